using Cadran.Collection;
using Cadran.Improvement;
using Cadran.Insight;

namespace Cadran.Domain.Tests.Improvement;

/// <summary>When evidence is as it was cited, when it has changed and when it was withdrawn.</summary>
public sealed class EvidenceStandingTests
{
    private static readonly Guid Wave = Guid.NewGuid(), First = Guid.NewGuid(), Second = Guid.NewGuid(), Period = Guid.NewGuid();
    private static readonly DateTime Cited = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc), Later = Cited.AddDays(1);
    private static readonly DateOnly Opens = new(2026, 1, 1), Closes = new(2026, 1, 31);

    private static readonly CitedWave Kept = new(Wave)
    {
        Content = "20-a",
        Changes = 20,
        Answers = 20,
        OpensOn = Opens,
        ClosesOn = Closes,
        Imports = [First],
    };

    [Fact]
    public void Untouched_IsAsCited() => Assert.Equal(EvidenceState.AsCited, Stand(Kept, Now(20, "20-a", File(First))).State);

    [Fact]
    public void FileTakenBack_IsWithdrawn_WithDayNameAndReason()
    {
        EvidenceStanding standing = Stand(Kept, Now(40, "0-0", File(First, undone: true)));
        Assert.Equal(EvidenceState.Withdrawn, standing.State);
        Assert.Equal(new EvidenceMove(EvidenceMoveKind.TakenBack, "2026-1", "a.csv", 20, "A. Nalyst", Later, "Wrong file."),
            Assert.Single(standing.Moves));
    }

    [Fact]
    public void SameFileImportedAgain_IsAsCited() =>
        Assert.Equal(EvidenceState.AsCited, Stand(Kept, Now(60, "20-a", File(First, undone: true), File(Second))).State);

    [Fact]
    public void SameFileReadOtherwise_HasChanged() =>
        Assert.Equal(EvidenceState.Changed, Stand(Kept, Now(60, "20-b", File(First, undone: true), File(Second))).State);

    [Fact]
    public void AnotherFileInItsPlace_HasChanged_AndBothAreTold()
    {
        EvidenceStanding standing = Stand(Kept,
            Now(58, "18-b", File(First, undone: true), File(Second, "b.csv", 18) with { CommittedAtUtc = Later.AddHours(1) }));
        Assert.Equal(EvidenceState.Changed, standing.State);
        Assert.Equal([EvidenceMoveKind.TakenBack, EvidenceMoveKind.Imported, EvidenceMoveKind.Answers], standing.Moves.Select(m => m.Kind));
        Assert.Equal(("20", 18L), (standing.Moves[^1].What, standing.Moves[^1].Answers));
    }

    [Fact]
    public void AnswersSetAside_AreWithdrawn_AndPutBackTheyAreAsCited()
    {
        var aside = new SetAsidePeriod(Period, Opens, Opens, 6, "A program.", "C. Entral", Later);
        EvidenceStanding standing = Stand(Kept, Now(26, "14-c", File(First)) with { SetAside = [aside] });
        Assert.Equal((EvidenceState.Withdrawn, "A program."), (standing.State, standing.Moves[0].Reason));
        SetAsidePeriod back = aside with { BackBy = "C. Entral", BackReason = "They were clients.", BackAtUtc = Later };
        Assert.Equal(EvidenceState.AsCited, Stand(Kept, Now(32, "20-a", File(First)) with { SetAside = [back] }).State);
    }

    [Fact]
    public void MoreAnswers_HaveChangedWhatWasClosed_ButNotWhatWasOpen()
    {
        Assert.Equal(EvidenceState.Changed, Stand(Kept, Now(23, "23-d", File(First))).State);
        CitedWave open = Kept with { Content = null };
        Assert.Equal(EvidenceState.AsCited, Stand(open, Now(23, "23-d", File(First))).State);
        Assert.Equal(EvidenceState.Withdrawn, Stand(open, Now(43, "3-d", File(First, undone: true))).State);
    }

    [Fact]
    public void AnswersChangedPastTheProgram_HaveChanged() =>
        Assert.Equal(EvidenceState.Changed, Stand(Kept, Now(20, "20-z", File(First))).State);

    [Fact]
    public void OtherDays_HaveChanged_AndTheirOwnAgainAreAsCited()
    {
        WaveNow moved = Now(20, "20-a", File(First)) with
        {
            ClosesOn = Closes.AddDays(5),
            Corrections = [new("ClosesOn", Closes.Iso(), Closes.AddDays(5).Iso(), "Late post.", "C. Entral", Later)],
        };
        EvidenceStanding standing = Stand(Kept, moved);
        Assert.Equal((EvidenceState.Changed, "2026-01-01/2026-01-31", "Late post."),
            (standing.State, standing.Moves[0].What, standing.Moves[0].Reason));
        Assert.Equal(EvidenceState.AsCited, Stand(Kept, moved with { ClosesOn = Closes }).State);
    }

    [Fact]
    public void OfWhatWasRecordedBeforeItWasKept_DatesTell()
    {
        var old = new CitedWave(Wave);
        Assert.Equal(EvidenceState.AsCited, Stand(old, Now(20, null, File(First))).State);
        Assert.Equal(EvidenceState.Withdrawn, Stand(old, Now(40, null, File(First, undone: true))).State);
        Assert.Equal(EvidenceState.AsCited,
            Stand(old, Now(40, null, File(First) with { CommittedAtUtc = Cited.AddDays(-9), UndoneAtUtc = Cited.AddDays(-5) })).State);
    }

    [Fact]
    public void OfSeveral_TheWorstIsSaid_AndAllIsTold()
    {
        EvidenceStanding withdrawn = Stand(Kept, Now(40, "0-0", File(First, undone: true)));
        EvidenceStanding changed = Stand(Kept, Now(23, "23-d", File(First)));
        EvidenceStanding both = EvidenceStanding.Worst([EvidenceStanding.AsCited, changed, withdrawn]);
        Assert.Equal((EvidenceState.Withdrawn, 2), (both.State, both.Moves.Count));
    }

    private static EvidenceStanding Stand(CitedWave cited, WaveNow now) =>
        EvidenceStanding.Of(new Citation([cited], Cited), new Dictionary<Guid, WaveNow> { [Wave] = now });

    private static WaveNow Now(long changes, string? content, params ImportFact[] files) =>
        new(Wave, "2026-1", Opens, Closes, new WaveBasis(Wave, changes, content is null ? 0 : long.Parse(content.Split('-')[0],
            System.Globalization.CultureInfo.InvariantCulture), content))
        { Imports = files };

    private static ImportFact File(Guid id, string name = "a.csv", long added = 20, bool undone = false) =>
        new(id, name, "hash of " + name, added, "A. Nalyst", Cited.AddDays(-5), undone ? "A. Nalyst" : null, undone ? Later : null,
            undone ? "Wrong file." : null);
}
