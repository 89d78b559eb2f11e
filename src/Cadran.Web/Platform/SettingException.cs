namespace Cadran.Web.Platform;

/// <summary>A setting that the program cannot work with; its message is for the operator.</summary>
public sealed class SettingException(string message) : Exception(message);
