namespace Cadran.People;

/// <summary>What a person is within an organisation. What a role may do is the table in <see cref="Rights"/>.</summary>
public enum Role { Administrator, CentralAnalyst, Manager, Analyst, AccountManager, Clerk, ComplaintOfficer, Executive, Auditor }
