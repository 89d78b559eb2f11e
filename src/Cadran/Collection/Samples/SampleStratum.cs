namespace Cadran.Collection;

/// <summary>A stratum in a plan and in a draw.</summary>
/// <param name="Population">People of the frame in it.</param>
/// <param name="Eligible">Of these who can be asked.</param>
/// <param name="Invite">People to draw.</param>
/// <param name="Answers">Answers to be expected of them.</param>
/// <param name="Margin">Margin of a share of half within the stratum, in points; null without two answers.</param>
/// <param name="Weight">Design weight: the eligible over the drawn. In two stages each person has an own, and this is their mean.</param>
public sealed record SampleStratum(string Name, int Population, int Eligible, int Invite, double Answers, double? Margin, double Weight);
