using Cadran.Statistics.Drivers;

namespace Cadran.Insight;

/// <summary>What files and stored decisions call the quadrants of the priority matrix.</summary>
public static class QuadrantCodes
{
    public static string Code(this Quadrant quadrant) => quadrant switch
    {
        Quadrant.ImproveFirst => "improve-first",
        Quadrant.Maintain => "maintain",
        Quadrant.Watch => "watch",
        _ => "possible-overkill",
    };
}
