using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Cadran.Web.Commands;

namespace Cadran.Tests.Questionnaires;

/// <summary>What the commands of import and export say before they open a database.</summary>
public sealed class QuestionnaireCommandsTests
{
    [Theory]
    [InlineData("There is no file", "import", "questionnaire", "/nowhere/x.lss", "--check")]
    [InlineData("Required argument missing", "import", "questionnaire")]
    [InlineData("--format", "export", "questionnaire", "018f0000-0000-7000-8000-000000000000")]
    [InlineData("Argument 'pdf' not recognized", "export", "questionnaire", "018f0000-0000-7000-8000-000000000000", "--format", "pdf")]
    public async Task WrongArguments_AreTold(string said, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(CadranCommand.WrongArguments, await CadranCommand.RunAsync(args, output, error));
        Assert.Contains(said, error.ToString());
        Assert.Equal("", output.ToString());
    }
}
