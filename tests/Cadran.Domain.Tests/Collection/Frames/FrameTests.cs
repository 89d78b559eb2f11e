using Cadran.Collection;
using Cadran.People;

namespace Cadran.Domain.Tests.Collection;

/// <summary>A frame keeps contacts until a day and counts for ever.</summary>
public sealed class FrameTests
{
    private static readonly Actor Somebody = new(null, "somebody");
    private static readonly Moment Now = Moment.On(new(2026, 3, 2));

    [Fact]
    public void ContactsGo_AndTheirKeyWithThem()
    {
        Frame frame = Frame();
        frame.Fill(FrameMap.Empty, [new(FrameField.Stratum, "north", 7), new(FrameField.Language, "en", 7)], Now);
        Assert.Equal(7, frame.People);
        Assert.False(frame.IsDue(new(2026, 6, 1)));
        Assert.True(frame.IsDue(new(2026, 6, 2)));
        frame.Purge(Now);
        Assert.Equal((null, 7), (frame.Key, frame.People));
        Refuses("The contacts of this frame are gone: only its counts are left.", () => frame.RequireContacts());
        Refuses("The contacts of this frame are gone: only its counts are left.", () => frame.Purge(Now));
        Refuses("The contacts of this frame are gone: only its counts are left.", () => frame.KeepUntil(new(2026, 6, 1), Now));
    }

    [Theory]
    [InlineData(2026, 3, 1)]
    [InlineData(2029, 3, 3)]
    public void Contacts_AreKeptNeitherUntilYesterdayNorForYears(int year, int month, int day) =>
        Refuses("Contacts are kept until a day from today on, {0} months ahead at most.",
            () => Frame().KeepUntil(new(year, month, day), Now));

    [Fact]
    public void AFrameWithSamples_IsNotDeleted()
    {
        Cadran.Collection.Frame.RequireDeletable(0);
        Refuses("This frame cannot be deleted: {0} samples were drawn of it. Its contacts go on the day that is set.",
            () => Cadran.Collection.Frame.RequireDeletable(1));
    }

    [Fact]
    public void Map_IsGuessedByNames_AndTheKnownOneComesFirst()
    {
        string[] columns = ["Nom", "No client", "Courriel", "Rue", "Ville", "Langue", "Notes"];
        FrameMap guessed = FrameMap.Guess(columns, []);
        Assert.Equal([FrameField.Name, FrameField.Code, FrameField.Email, FrameField.Address, FrameField.Address, FrameField.Language],
            columns[..6].Select(c => guessed.Columns[c]));
        Assert.False(guessed.Columns.ContainsKey("Notes"));
        var known = new FrameMap(new Dictionary<string, FrameField> { ["Notes"] = FrameField.Code }, "BE");
        Assert.Same(known, FrameMap.Guess(columns, [new(new Dictionary<string, FrameField> { ["Gone"] = FrameField.Code }), known]));
    }

    [Fact]
    public void Map_NeedsOneCode_AndEachThingOnce()
    {
        Refuses("Say which column is the code of the client: it tells people apart.", () => FrameMap.Empty.Require());
        Refuses("The columns “{0}” and “{1}” cannot be the same thing.",
            () => Map(("a", FrameField.Code), ("b", FrameField.Email), ("c", FrameField.Email)).Require());
        Refuses("“{0}” is no country: write two letters, such as BE or CA.",
            () => (Map(("a", FrameField.Code)) with { Country = "XX" }).Require());
        Refuses("At most {0} columns can be kept under their own names.", () => Map([("a", FrameField.Code),
            .. Enumerable.Range(0, 21).Select(i => ($"o{i}", FrameField.Other))]).Require());
        Map(("a", FrameField.Code), ("b", FrameField.Address), ("c", FrameField.Address)).Require();
    }

    private static FrameMap Map(params (string Name, FrameField Field)[] columns) =>
        new(columns.ToDictionary(c => c.Name, c => c.Field));

    private static void Refuses(string said, Action act) =>
        Assert.Equal(said, Assert.Throws<RuleViolationException>(act).Message);

    private static Frame Frame() =>
        Cadran.Collection.Frame.Add(Guid.NewGuid(), null, "clients", "Clients", new(2026, 6, 1), "key", Somebody, Now);
}
