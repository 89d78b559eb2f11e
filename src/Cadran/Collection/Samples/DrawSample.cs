using System.Security.Cryptography;
using Cadran.People;
using Cadran.Statistics.Fieldwork;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

/// <summary>Plans, draws, invites and undoes samples, and makes a draw again. Nobody else draws meanwhile: nobody is drawn twice.</summary>
public sealed class DrawSample(CadranDb db, TimeProvider time)
{
    private const int Portion = 5000;

    /// <summary>What the design comes to, and how many could not be asked.</summary>
    public async Task<(SamplePlan Plan, IReadOnlyDictionary<SampleOutcome, int> LeftOut)> PlanAsync(Frame frame, Wave wave,
        SampleDesign design, CancellationToken ct)
    {
        (SampleList list, Dictionary<Guid, SampleOutcome> leftOut) = await ListAsync(frame, wave.OpensOn, ct);
        return (Plan(design, list), Counted(leftOut));
    }

    /// <param name="seed">Null for one that chance makes.</param>
    public async Task<Sample> RunAsync(Frame frame, Wave wave, SampleDesign design, long? seed, Actor by, CancellationToken ct)
    {
        frame.RequireKey();
        await using var alone = await db.BeginAloneAsync(ct);
        if (await db.Samples.AnyAsync(s => s.WaveId == wave.Id, ct)) throw Sample.WaveTaken();
        (SampleList list, Dictionary<Guid, SampleOutcome> leftOut) = await ListAsync(frame, wave.OpensOn, ct);
        SamplePlan plan = Plan(design, list);
        long start = seed ?? BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & 0xFFFFFFFFFFFF;
        List<(FramePerson Person, double Weight)> drawn = [.. list.Draw(design, plan, start)];
        Sample sample = Sample.Draw(frame, wave, design, start, SampleDraw.Algorithm, list.Digest(), Strata(plan, drawn), Counted(leftOut),
            by, time.Now);
        db.Samples.Add(sample);
        await db.Because("sample.draw").SaveChangesAsync(ct);
        await KeepAsync(sample, wave, drawn, leftOut, ct);
        await alone.CommitAsync(ct);
        return sample;
    }

    /// <summary>Says that the people have been invited, from today on.</summary>
    public async Task InviteAsync(Sample sample, Actor by, CancellationToken ct)
    {
        await using var alone = await db.BeginAloneAsync(ct);
        sample.Invite(by, time.Now);
        await db.Because("sample.invite").SaveChangesAsync(ct);
        DateOnly today = time.Today;
        await db.ContactAsks.Where(a => a.SampleId == sample.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.AskedOn, today), ct);
        await alone.CommitAsync(ct);
    }

    /// <summary>Takes a draw back before anybody was invited: its people can be asked again.</summary>
    public async Task UndoAsync(Sample sample, CancellationToken ct)
    {
        await using var alone = await db.BeginAloneAsync(ct);
        await db.Entry(sample).ReloadAsync(ct);
        if (db.Entry(sample).State == EntityState.Detached) throw new MissingException("The sample");
        sample.RequireUndoable();
        if (await db.InvitationPlans.FirstOrDefaultAsync(p => p.SampleId == sample.Id, ct) is { } plan)
        {
            plan.RequireUndoable();
            db.InvitationPlans.Remove(plan);
        }
        await db.ContactAsks.Where(a => a.SampleId == sample.Id).ExecuteDeleteAsync(ct);
        await db.SampledPeople.Where(s => s.SampleId == sample.Id).ExecuteDeleteAsync(ct);
        db.Samples.Remove(sample);
        await db.Because("sample.undo").SaveChangesAsync(ct);
        await alone.CommitAsync(ct);
    }

    /// <summary>Makes the draw again from what is stored.</summary>
    /// <returns>Whether the same people come; null where the frame is no longer what it was, so that nobody can tell.</returns>
    public async Task<bool?> ReproduceAsync(Frame frame, Sample sample, CancellationToken ct)
    {
        var kept = await db.SampledPeople.AsNoTracking().Where(s => s.SampleId == sample.Id).ToListAsync(ct);
        Dictionary<Guid, SampleOutcome> leftOut = kept.Where(s => s.Outcome != SampleOutcome.Drawn)
            .ToDictionary(s => s.PersonId, s => s.Outcome);
        var list = new SampleList(await PeopleAsync(frame.Id, sample.DrawnAtUtc, ct), leftOut);
        if (list.Digest() != sample.ListDigest || sample.Algorithm != SampleDraw.Algorithm) return null;
        var again = list.Draw(sample.Design, Plan(sample.Design, list), sample.Seed).ToDictionary(d => d.Person.Id, d => d.Weight);
        var before = kept.Where(s => s.Outcome == SampleOutcome.Drawn).ToDictionary(s => s.PersonId, s => s.Weight);
        return again.Count == before.Count && again.All(a => before.TryGetValue(a.Key, out double weight) && weight == a.Value);
    }

    private async Task<(SampleList, Dictionary<Guid, SampleOutcome>)> ListAsync(Frame frame, DateOnly on, CancellationToken ct)
    {
        List<FramePerson> people = await PeopleAsync(frame.Id, DateTime.MaxValue, ct);
        ContactRule rule = await db.ContactRules.AsNoTracking().FirstOrDefaultAsync(ct) ?? ContactRule.Usual();
        Dictionary<Guid, SampleOutcome> leftOut = await new SampleExclusions(db).FindAsync(frame.Id, people, rule, on, ct);
        return (new(people, leftOut), leftOut);
    }

    // Nothing that is sealed is read to draw.
    private Task<List<FramePerson>> PeopleAsync(Guid frameId, DateTime until, CancellationToken ct) => db.FramePeople.AsNoTracking()
        .Where(p => p.FrameId == frameId && p.AddedAtUtc <= until)
        .Select(p => new FramePerson
        {
            Id = p.Id,
            FrameId = p.FrameId,
            CodeDigest = p.CodeDigest,
            Stratum = p.Stratum,
            Cluster = p.Cluster,
            EmailDigest = p.EmailDigest,
            PhoneDigest = p.PhoneDigest,
            PostDigest = p.PostDigest,
        }).ToListAsync(ct);

    private async Task KeepAsync(Sample sample, Wave wave, List<(FramePerson Person, double Weight)> drawn,
        Dictionary<Guid, SampleOutcome> leftOut, CancellationToken ct)
    {
        IEnumerable<object> rows =
        [
            .. drawn.Select(d => new SampledPerson
            {
                SampleId = sample.Id, PersonId = d.Person.Id, Outcome = SampleOutcome.Drawn, Weight = d.Weight,
            }),
            .. leftOut.Select(o => new SampledPerson { SampleId = sample.Id, PersonId = o.Key, Outcome = o.Value }),
            .. drawn.SelectMany(d => new[] { d.Person.EmailDigest, d.Person.PhoneDigest, d.Person.PostDigest }).OfType<string>().Distinct()
                .Select(digest => new ContactAsk { Digest = digest, SampleId = sample.Id, AskedOn = wave.OpensOn }),
        ];
        foreach (object[] portion in rows.Chunk(Portion))
        {
            db.AddRange(portion);
            await db.Because("sample.draw").SaveChangesAsync(ct);
            foreach (object row in portion) db.Entry(row).State = EntityState.Detached;
        }
    }

    private static SamplePlan Plan(SampleDesign design, SampleList list) =>
        SamplePlan.Of(design, list.Population, list.Eligible, list.Clusters);

    // What was drawn, where a plan could only say what to expect.
    private static List<SampleStratum> Strata(SamplePlan plan, List<(FramePerson Person, double Weight)> drawn)
    {
        ILookup<string, double> weights = drawn.ToLookup(d => d.Person.Stratum, d => d.Weight);
        return [.. plan.Strata.Select(s => s with
        {
            Invite = weights[s.Name].Count(), Weight = weights[s.Name].DefaultIfEmpty(0).Average(),
        })];
    }

    private static Dictionary<SampleOutcome, int> Counted(Dictionary<Guid, SampleOutcome> leftOut) =>
        leftOut.Values.CountBy(why => why).ToDictionary();
}
