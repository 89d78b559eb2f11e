namespace Cadran.Questionnaires;

/// <summary>
/// How a question is drawn where its kind can be drawn in more than one way. What it asks, and what is stored, is the same in all of them.
/// </summary>
public enum QuestionDisplay
{
    /// <summary>A rating by its words where every point has some, else by its numbers; a choice as a list to read.</summary>
    Default,

    /// <summary>Every point by its number, the words of the ends beside it.</summary>
    Numbers,

    /// <summary>As many stars as the point stands above the worst, and its number or words.</summary>
    Stars,

    /// <summary>A face for every point, and its words.</summary>
    Faces,

    /// <summary>Options in a list that opens.</summary>
    Dropdown,
}
