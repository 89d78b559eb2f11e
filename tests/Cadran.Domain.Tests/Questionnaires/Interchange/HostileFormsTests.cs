using System.IO.Compression;
using System.Text;
using Cadran.Questionnaires;
using Cadran.Tests.Support;

namespace Cadran.Domain.Tests.Questionnaires;

/// <summary>Files that are broken, or that somebody made to break the reader.</summary>
public sealed class HostileFormsTests
{
    // The same files every time: what fails once fails again. What a file may cost is memory, which does not depend on the machine.
    private const int Mutations = 1500;
    private const long MostAllocated = 400_000_000;

    [Fact]
    public void MutatedSamples_GiveAQuestionnaireOrAReason_AndNeverCrash()
    {
        if (Forms.Samples.Count == 0) Assert.Skip("The shared data is not here.");
        var random = new Random(20261201);
        int read = 0, refused = 0;
        var files = Forms.Samples.Select(s => (Name: s, Bytes: File.ReadAllBytes(Path.Combine(TestData.Root, s))))
            .Where(f => f.Bytes.Length < 300_000).ToList();
        for (int number = 0; number < Mutations; number++)
        {
            var (name, bytes) = files[number % files.Count];
            byte[] mutated = Mutated(bytes, random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                Forms.Read(mutated, Path.GetFileName(name));
                read++;
            }
            catch (RuleViolationException)
            {
                refused++;
            }
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < MostAllocated, $"{name}, mutation {number}: {allocated:N0} bytes");
        }
        Assert.True(read > 10 && refused > 10, $"{read} read, {refused} refused");
    }

    private static byte[] Mutated(byte[] bytes, Random random)
    {
        List<byte> made = [.. bytes];
        for (int times = random.Next(1, 4); times > 0; times--)
        {
            int at = random.Next(made.Count), length = Math.Min(random.Next(1, 400), made.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    made.RemoveRange(at, made.Count - at);
                    if (made.Count == 0) made.Add(0);
                    break;
                case 1:
                    made[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    made.InsertRange(at, made.GetRange(at, length));
                    break;
                case 3:
                    List<byte> moved = made.GetRange(at, length);
                    made.RemoveRange(at, length);
                    made.InsertRange(random.Next(made.Count + 1), moved);
                    break;
                default:
                    for (int i = at; i < at + length; i++) made[i] = (byte)random.Next(256);
                    break;
            }
        }
        return [.. made];
    }

    [Theory]
    [InlineData(""), InlineData("%PDF-1.7"), InlineData("name,age\n1,2\n"), InlineData("{\"a\":1}"), InlineData("[]"),
        InlineData("<html><p>no</html>")]
    public void WhatIsNoQuestionnaire_IsRefusedWithTheToolsThatAreRead(string content) =>
        Assert.Contains("The file is no questionnaire of a tool that is read here: LimeSurvey (.lss, .lsa), XLSForm (.xlsx, .xls), "
            + "SurveyJS (.json), Qualtrics (.qsf) or Cadran (.json).", Refused(Encoding.UTF8.GetBytes(content)).Message);

    [Fact]
    public void DamagedFiles_SayWhere()
    {
        RuleViolationException xml = Refused("<document><LimeSurveyDocType>Survey</LimeSurveyDocType><groups>"u8.ToArray());
        Assert.Equal("The file is damaged and cannot be read: {0}", xml.Message);
        Assert.StartsWith("XML 1:", (string)xml.Args[0]);
        Assert.StartsWith("JSON 2:", (string)Refused("{\"pages\":\n[}"u8.ToArray()).Args[0]);
    }

    [Fact]
    public void Entities_AreNeverExpanded() => Assert.StartsWith("XML", (string)Refused(Encoding.UTF8.GetBytes(
        "<!DOCTYPE document [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]><document>&b;</document>")).Args[0]);

    [Fact]
    public void DeepJson_IsRefused() =>
        Assert.StartsWith("JSON", (string)Refused(Encoding.UTF8.GetBytes("{\"pages\":" + new string('[', 5000))).Args[0]);

    [Fact]
    public void ZipsThatGrow_AreRefused()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream part = zip.CreateEntry("survey_1.lss").Open();
            byte[] zeros = new byte[1_000_000];
            for (int i = 0; i < 30; i++) part.Write(zeros);
        }
        Assert.Equal("The compressed file would grow more than {0} times: it is no questionnaire.", Refused(file.ToArray()).Message);
        using var large = new MemoryStream(new byte[ImportLimits.MaxBytes + 1]);
        Assert.Equal("The file holds more than {0} MB.",
            Assert.Throws<RuleViolationException>(() => QuestionnaireFile.Read(large, "x.lss")).Message);
    }

    [Fact]
    public void Markup_IsInert()
    {
        ImportedQuestionnaire found = Forms.Read("""
            {"title":"<script>alert(1)</script>Hello","pages":[{"elements":[
              {"type":"text","name":"q1",
               "title":"<p onclick='x()'>One <b>two</b></p><ul><li>a</li><li>b</li></ul><img src=x onerror=alert(1) alt='a cat'>"},
              {"type":"html","name":"h",
               "html":"<a href='javascript:alert(1)'>go</a> <a href='https://example.org/x'>there</a><iframe src='//evil'></iframe>"}]}]}
            """);
        Assert.Equal("Hello", found.Content.Title.En);
        Assert.Equal("One two\n\n- a\n- b\n\na cat", found.Content.Find("q1")!.Text.En);
        Assert.Equal("go there (https://example.org/x)", found.Content.Find("h")!.Text.En);
        Assert.True(found.Says(LossKind.Left, "q1", LossNotes.Program));
        Assert.True(found.Says(LossKind.Changed, "q1", LossNotes.Media));
    }

    [Fact]
    public void NothingToAsk_IsSaid() => Assert.Equal("There is no question in the file that can be asked here.",
        Refused("{\"pages\":[{\"elements\":[{\"type\":\"expression\",\"name\":\"x\"}]}]}"u8.ToArray()).Message);

    private static RuleViolationException Refused(byte[] bytes) => Assert.Throws<RuleViolationException>(() => Forms.Read(bytes, "x"));
}
