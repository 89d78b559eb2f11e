using System.Text;
using Cadran.Collection;
using Cadran.Csv;

namespace Cadran.Domain.Tests.Collection;

/// <summary>A list of clients: who is in it, who twice, and what is left out.</summary>
public sealed class FrameRowsTests
{
    private const string Header = "code,name,stratum,email,phone,address\n";

    [Fact]
    public void Rows_ThatAreNobody_AreCountedWithTheReason()
    {
        FrameReport report = Read(Header + "1,Ann,n,ann@example.org,,\n,No code,n,x@example.org,,\n2,Bob,n,no address,,\n3,Cy,n,,12,\n",
            DuplicateChoice.Merge, out List<FrameRow> people);
        Assert.Equal((4, 3), (report.Rows, report.People));
        Assert.Equal(new FrameLeftOut(FrameReason.NoCode, 1, 3), Assert.Single(report.LeftOut));
        Assert.Equal([new FrameLeftOut(FrameReason.NoEmail, 1, 4),
            new FrameLeftOut(FrameReason.NoPhone, 1, 5)], report.Unread);
        Assert.Equal(["ann@example.org", "", ""], people.Select(p => p.Contact.Email));
        Assert.Equal("", people[2].Contact.Phone);
    }

    [Fact]
    public void Rows_TooLongForAList_AreLeftOut()
    {
        FrameReport report = Read($"{Header}{new string('c', 121)},A,n,,,\n1,{new string('n', 501)},n,,,\n2,B,{new string('s', 81)},,,\n"
            + "3,C,n,,,,more\n", DuplicateChoice.Merge, out List<FrameRow> people);
        Assert.Empty(people);
        Assert.Equal([FrameReason.LongCode, FrameReason.LongField,
            FrameReason.LongLabel, FrameReason.MoreCells],
            report.LeftOut.Select(l => l.Why));
    }

    private const string Twice = Header + "1,Ann,,ann@example.org,+32 2 555 12 34,\n1,Ann Lee,north,,,Street 1\n"
        + "2,Ann B.,south,ANN@example.org,,\n3,ann,,,0032 2 555 12 34,\n4,Eve,,,+3225551234,\n";

    [Fact]
    public void Merge_MakesOnePersonOfAll_AndFillsWhatIsMissing()
    {
        FrameReport report = Read(Twice, DuplicateChoice.Merge, out List<FrameRow> people);
        // Eve shares the telephone and has another name: she is somebody else.
        Assert.Equal(["1", "4"], people.Select(p => p.Contact.Code));
        Assert.Equal(("Ann", "north", "Street 1"), (people[0].Contact.Name, people[0].Stratum, people[0].Contact.Address));
        Assert.Equal([(FrameField.Code, 1), (FrameField.Email, 1), (FrameField.Phone, 1)], report.Duplicates.Select(d => (d.By, d.Rows)));
        Assert.Equal([new FrameRepeat(3, 2)], report.Duplicates[0].First);
    }

    [Fact]
    public void KeepFirst_TakesTheFirstRowAsItIs()
    {
        Read(Twice, DuplicateChoice.KeepFirst, out List<FrameRow> people);
        Assert.Equal(("1", "", ""), (people[0].Contact.Code, people[0].Stratum, people[0].Contact.Address));
        Assert.Equal(2, people.Count);
    }

    [Fact]
    public void KeepAll_KeepsPeopleOfOneContactApart_ButNotOfOneCode()
    {
        Read(Twice, DuplicateChoice.KeepAll, out List<FrameRow> people);
        Assert.Equal(["1", "2", "3", "4"], people.Select(p => p.Contact.Code));
    }

    private static FrameReport Read(string list, DuplicateChoice choice, out List<FrameRow> people)
    {
        using CsvReader csv = FrameUploads.Read(new MemoryStream(Encoding.UTF8.GetBytes(list)));
        var rows = new FrameRows(csv, FrameMap.Guess(csv.Header, []), new ContactKeys(new byte[32]), Guid.Empty, choice);
        people = rows.Read(() => { });
        return rows.Report(people.Count, people.Count);
    }
}
