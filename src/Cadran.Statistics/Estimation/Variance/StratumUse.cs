namespace Cadran.Statistics.Estimation;

internal enum StratumUse { OwnMean, GrandMean, Nothing, LikeTheOthers, Refuse }
