namespace Cadran.Improvement;

/// <summary>One field of a statement.</summary>
public enum StepPart
{
    Clients, Products, Services, Partners, Strengths, Weaknesses,
    ClientSurvey, StaffSurvey, Interviews, Complaints, Comments, StaffIdeas,
    Mission, Vision,
    Whom, Why, How,
}
