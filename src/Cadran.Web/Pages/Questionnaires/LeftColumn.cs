namespace Cadran.Web.Pages.Questionnaires;

/// <summary>A column of a file that can be no question, and why, as the form sends it back.</summary>
public sealed class LeftColumn
{
    public string Name { get; set; } = "";

    /// <summary>How many different values it has.</summary>
    public int Different { get; set; }
}
