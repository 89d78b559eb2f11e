using System.Text;
using Cadran.Collection;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Collection;

/// <summary>
/// Attacks by somebody who has the database of a wave with personal links, and knows in which order people answered: from an invitation
/// there is no way to an answer by value, order, row, transaction or time.
/// </summary>
public sealed class InvitationAnonymityTests
{
    private const int People = 60;

    // Of 60 guesses by chance one is right; more than 9 happen less than once in a million runs.
    private const int ByChance = 9;

    private readonly List<string> numbers = [];
    private readonly List<Guid> invited = [];

    private static string Answer(int person) => $"answer-of-person-{person:000}";

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task AnInvitation_LeadsToNoAnswer(int shuffledAfter)
    {
        await using MailedWave mailed = await MailedWave.StartAsync(People);
        await AnswerAsync(mailed, shuffledAfter);
        Assert.Equal(People, await mailed.Db(db => db.Invitations.CountAsync(i => i.Done)));
        Assert.Equal(0, await mailed.Db(db => db.InvitationMails.CountAsync(m => m.LinkDigest != null)));
        await ByValueAsync(mailed);
        foreach ((string how, IReadOnlyList<Guid> invitations, IReadOnlyList<string> answers) in await OrdersAsync(mailed))
        {
            int[] people = [.. invitations.Select(id => invited.IndexOf(id))];
            Assert.Equal(People, people.Length);
            int hits = Enumerable.Range(0, People).Count(at => answers[at] == Answer(people[at])),
                backwards = Enumerable.Range(0, People).Count(at => answers[People - 1 - at] == Answer(people[at]));
            Assert.True(hits <= ByChance && backwards <= ByChance, $"{how}: {hits} and {backwards} hits");
        }
    }

    // Who answered last is one of a hundred and one whose rows were written at that moment.
    [Fact]
    public async Task ALinkThatWasUsed_IsWrittenTogetherWithItsNeighbours()
    {
        await using MailedWave mailed = await MailedWave.StartAsync(People);
        if (mailed.App.PostgresConnection is null) return; // SQLite keeps no transaction of a row
        await mailed.SendAsync();
        await LinksAsync(mailed);
        await mailed.App.Services.GetRequiredService<Admissions>().SpendAsync(mailed.Wave.Id, numbers[17]);
        List<int> together = await mailed.Db(db => db.Database.SqlQueryRaw<int>("""
            select count(*)::int as "Value" from "Invitations" group by xmin::text
            """).ToListAsync());
        Assert.Equal([People], together);
        List<int> digests = await mailed.Db(db => db.Database.SqlQueryRaw<int>("""
            select count(*)::int as "Value" from "InvitationMails" group by xmin::text
            """).ToListAsync());
        Assert.Equal([People], digests);
    }

    private async Task AnswerAsync(MailedWave mailed, int shuffledAfter)
    {
        await mailed.SendAsync();
        AnswerKeys keys = await LinksAsync(mailed);
        var store = mailed.App.Services.GetRequiredService<ResponseStore>();
        var admissions = mailed.App.Services.GetRequiredService<Admissions>();
        for (int i = 0; i < People; i++)
        {
            SubmissionKey key = keys.Key(mailed.Wave.Id, numbers[i], SubmissionKey.New().Token);
            Assert.True(await store.SubmitAsync(WaveData.Response(mailed.Wave.Id, $$"""{"improve":"{{Answer(i)}}"}"""), key));
            await admissions.SpendAsync(mailed.Wave.Id, numbers[i]);
            if ((i + 1) % shuffledAfter == 0) await store.ShuffleAsync();
        }
        await store.ShuffleAsync();
    }

    // In the order in which people will answer: their numbers, and their invitations.
    private async Task<AnswerKeys> LinksAsync(MailedWave mailed)
    {
        AnswerKeys keys = await mailed.App.Services.GetRequiredService<AnswerKeySource>().GetAsync(default);
        for (int i = 0; i < People; i++)
        {
            numbers.Add(keys.NumberOf(mailed.Wave.Id, mailed.LinkOf(MailedWave.Address(i)).Split('/')[^1]));
            string digest = keys.LinkDigest(mailed.Wave.Id, numbers[i]);
            invited.Add(await mailed.Db(db => db.InvitationMails.Where(m => m.LinkDigest == digest).Select(m => m.InvitationId)
                .SingleAsync()));
        }
        return keys;
    }

    // Nothing that stands in a row of an invitation stands in one of an answer, of a digest of answers or of a draft; and no link or number
    // stands anywhere.
    private async Task ByValueAsync(MailedWave mailed)
    {
        string[] known =
        [
            .. invited.Select(id => id.ToString()), .. await mailed.Db(db => db.InvitationMails.Select(m => m.Id.ToString()).ToListAsync()),
            .. numbers,
        ];
        string answers = string.Join('\n', await RowsAsync(mailed, "Responses", "Submissions", "Arrivals", "Drafts"));
        Assert.Contains(Answer(0), answers);
        Assert.DoesNotContain(known, value => answers.Contains(value, StringComparison.OrdinalIgnoreCase));
        if (mailed.App.PostgresConnection is not null) return; // files of PostgreSQL are the server's
        string files = string.Concat(Directory.GetFiles(mailed.App.DataFolder, "cadran.db*").Select(Text));
        Assert.DoesNotContain(numbers, number => files.Contains(number, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<IReadOnlyList<(string How, IReadOnlyList<Guid> Invitations, IReadOnlyList<string> Answers)>> OrdersAsync(
        MailedWave mailed)
    {
        if (mailed.App.PostgresConnection is null)
            return [("row number", await mailed.Db(db => db.Database.SqlQueryRaw<Guid>("""
                select "Id" as "Value" from "Invitations" order by rowid
                """).ToListAsync()), await mailed.Db(db => db.Database.SqlQueryRaw<string>("""
                select json_extract("AnswersJson", '$.improve') as "Value" from "Responses"
                """).ToListAsync()))];
        string[] orders = ["ctid", "xmin::text::bigint, ctid", "xmin::text::bigint desc, ctid desc"];
        var found = new List<(string, IReadOnlyList<Guid>, IReadOnlyList<string>)>();
        foreach (string order in orders)
#pragma warning disable EF1002 // An order of our own.
            found.Add((order,
                await mailed.Db(db => db.Database.SqlQueryRaw<Guid>(
                    $"""select "Id" as "Value" from "Invitations" order by {order}""").ToListAsync()),
                await mailed.Db(db => db.Database.SqlQueryRaw<string>(
                    $"""select "AnswersJson" ->> 'improve' as "Value" from "Responses" order by {order}""").ToListAsync())));
#pragma warning restore EF1002
        return found;
    }

    private static async Task<List<string>> RowsAsync(MailedWave mailed, params string[] tables)
    {
        var rows = new List<string>();
        foreach (string table in tables)
            await mailed.Db(async db =>
            {
                await db.Database.OpenConnectionAsync();
                await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // A name of our own.
                command.CommandText = $"select * from \"{table}\"";
#pragma warning restore CA2100
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                    rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i =>
                        reader.GetValue(i) is byte[] bytes ? Encoding.Latin1.GetString(bytes) : reader.GetValue(i).ToString())));
                return 0;
            });
        return rows;
    }

    private static string Text(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
