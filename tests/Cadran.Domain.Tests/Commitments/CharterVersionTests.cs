using Cadran.Commitments;
using Cadran.People;
using Cadran.Standards;

namespace Cadran.Domain.Tests.Commitments;

/// <summary>A charter is written in versions, promises what is published, and does not change once it is.</summary>
public sealed class CharterVersionTests
{
    private static readonly Moment Now = Moment.On(new(2026, 3, 2));
    private static readonly Actor Somebody = new(Guid.NewGuid(), "S. Omebody");
    private static readonly Guid Passports = Guid.NewGuid();
    private static readonly CharterText Rights = new(CharterPart.Rights, new("You are heard.", "On vous écoute.")),
        Recourse = new(CharterPart.Recourse, new("Write.", "Écrivez.")), Contact = new(CharterPart.Contact, new("Call.", "Appelez."));

    [Fact]
    public void Texts_AreThoseWritten_InTheOrderOfTheSheet()
    {
        CharterVersion charter = Write(Contact, Rights, Rights, new(CharterPart.Hours, LocalText.Empty));
        Assert.Equal([CharterPart.Rights, CharterPart.Contact], charter.Texts.Select(t => t.Part));
        Assert.Equal((1, new DateOnly(2026, 3, 2), "S. Omebody"), (charter.Number, charter.WrittenOn, charter.WrittenBy));
        Assert.False(charter.IsPublic);
    }

    [Fact]
    public void NothingWritten_AndWhoSawAnEarlierVersion_AreRefused()
    {
        Refused("charter.empty", () => Write());
        Refused("charter.written-meanwhile", () => CharterVersion.Write(Passports, 2, 1, [Rights], Somebody, Now));
        Refused("text.too-long", () => Write(new CharterText(CharterPart.Rights, new(new string('x', 601), ""))));
    }

    [Fact]
    public void ALanguage_SaysWhatItLacks_AndHowHardItReads()
    {
        CharterVersion charter = Write(Rights, new(CharterPart.Contact, new("Call.", "")));
        Assert.True(charter.In("en").IsComplete);
        Assert.Equal((1, 2, false), (charter.In("fr").Written, charter.In("fr").Of, charter.In("fr").IsComplete));
        Assert.Null(charter.In("nl").Ease);
        Assert.False(charter.In("en").IsHard);
        Assert.True(Write(new CharterText(CharterPart.Rights,
            new("Administrative responsibility necessitates interdepartmental consideration.", ""))).In("en").IsHard);
    }

    [Fact]
    public void Published_ItKeepsWhatWasPromised_AndSaysWhenAStandardChanged()
    {
        ServiceStandard standard = Standard("S-2"), other = Standard("S-1"), inside = Standard("S-0", published: false);
        CharterVersion charter = Write(Rights, Recourse, Contact);
        charter.Publish(1, [standard, other, inside], ["en", "fr"], Somebody, Now);
        Assert.Equal([other.Id, standard.Id], charter.Promises.Select(p => p.StandardId));
        Assert.True(charter.IsPublic);
        Assert.True(charter.Keeps([standard, other, inside]));
        Assert.False(charter.Keeps([standard]));
        standard.Write(new("In five days", "En cinq jours"), "TML", "ONL", "Faster", Somebody, Now);
        Assert.False(charter.Keeps([standard, other]));
        Assert.Equal("In ten days", charter.Promises[1].Text.En);
        Refused("charter.published", () => charter.Publish(1, [standard], ["en"], Somebody, Now));
        charter.Withdraw(Somebody, Now);
        Assert.False(charter.IsPublic);
        Refused("charter.not-public", () => charter.Withdraw(Somebody, Now));
        Refused("charter.published", () => charter.Publish(1, [standard], ["en"], Somebody, Now));
    }

    [Fact]
    public void WhatIsNotWhole_IsNotPublished()
    {
        ServiceStandard standard = Standard("S-1");
        Refused("charter.superseded", () => Write(Rights, Recourse, Contact).Publish(2, [standard], ["en"], Somebody, Now));
        Refused("charter.incomplete", () => Write(Rights, Contact).Publish(1, [standard], ["en"], Somebody, Now));
        Refused("charter.language", () => Write(Rights, Recourse, Contact).Publish(1, [standard], ["en", "nl"], Somebody, Now));
        Refused("charter.no-promise",
            () => Write(Rights, Recourse, Contact).Publish(1, [Standard("S", published: false)], ["en"], Somebody, Now));
    }

    [Fact]
    public void TheResultBesideAPromise_IsTheLastThatMayBeTold_WithItsAge()
    {
        ServiceStandard standard = Standard("S-1");
        Assert.Null(PromiseResult.Of(new(standard)));
        Record(standard, "2026-02", 2, 4);
        Assert.Null(PromiseResult.Of(new(standard)));
        Record(standard, "2026-01", 9, 10);
        PromiseResult told = PromiseResult.Of(new(standard))!;
        Assert.Equal((0.9, 10L, new DateOnly(2026, 1, 31)), (told.Share, told.Cases, told.Last));
        Assert.Equal([0, 0, 1, 1, 13], new DateOnly[] { new(2026, 1, 20), new(2026, 2, 27), new(2026, 2, 28), new(2026, 3, 30),
            new(2027, 2, 28) }.Select(told.AgeMonths));
    }

    private static void Record(ServiceStandard standard, string month, long kept, long all) =>
        standard.RecordPeriod(ReportingPeriod.Require(month), new(kept, all), PeriodSource.Typed, null, Somebody, Now);

    private static ServiceStandard Standard(string code, bool published = true)
    {
        ServiceStandard standard = ServiceStandard.Create(Passports, code, new("In ten days", "En dix jours"), "TML", "ONL");
        if (!published) return standard;
        standard.SetTerms(new(new("An answer", "Une réponse"), StandardMeasure.Quality, new(0.9m)), new(2024, 1, 1), null, Somebody, Now);
        standard.Publish(Somebody, Now);
        return standard;
    }

    private static CharterVersion Write(params CharterText[] texts) => CharterVersion.Write(Passports, 0, 0, texts, Somebody, Now);

    private static void Refused(string code, Action what) => Assert.Equal(code, Assert.Throws<RuleViolationException>(what).Code);
}
