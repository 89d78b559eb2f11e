namespace Cadran.Feedback;

/// <summary>Who complained, as far as he or she said; all of it sealed where it is kept.</summary>
public sealed record ComplaintContact(string? Name, string? Email, string? Phone, string? Address)
{
    public const int MaxLength = 300;

    public bool IsEmpty => string.IsNullOrWhiteSpace(Name + Email + Phone + Address);
}
