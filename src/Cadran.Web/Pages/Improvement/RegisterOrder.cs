namespace Cadran.Web.Pages.Improvement;

/// <summary>In which order the register lists actions.</summary>
public enum RegisterOrder { Due, Service, Owner, Newest }
