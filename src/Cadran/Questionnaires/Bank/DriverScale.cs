namespace Cadran.Questionnaires;

/// <summary>
/// What stands for a driver in the analysis. The score of a driver is the mean of its answered items, provided at least half of them
/// (rounded up) were answered; a driver asked by one item is that item. An item marked as a driver outside the five, as in a file of
/// somebody else's survey, is a driver of its own.
/// </summary>
/// <param name="Code">"timeliness" and so on for the five, else the code of the one item.</param>
public sealed record DriverScale(string Code, Driver Driver, LocalText Name, IReadOnlyList<Question> Items)
{
    /// <summary>Fewest answered items that give a score.</summary>
    public int MinimumAnswered => (Items.Count + 1) / 2;

    /// <summary>The scale the driver is told in: its item's, or for a mean the points of its first item from worst to best.</summary>
    public RatingScale Scale => Items is [var one] ? one.Scale! : Items[0].Scale! with { Reversed = false, Labels = [] };

    internal static IReadOnlyList<DriverScale> Of(QuestionnaireContent content)
    {
        List<Question> items = [.. content.Questions.Where(q => q is { Role: ItemRole.Driver, Scale: not null })];
        return
        [
            .. from driver in Enum.GetValues<Driver>()
               let asked = items.Where(q => q.Driver == driver).ToList()
               where driver != Driver.None && asked.Count > 0
               select new DriverScale(driver.ToString().ToLowerInvariant(), driver, MeasureBank.Current.NameOf(driver), asked),
            .. items.Where(q => q.Driver == Driver.None).Select(q => new DriverScale(q.Code, Driver.None, q.Text, [q])),
        ];
    }
}
