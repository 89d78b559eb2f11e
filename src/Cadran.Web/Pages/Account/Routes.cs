namespace Cadran.Web;

public static partial class Routes
{
    public static class Account
    {
        public const string Index = "/account", SignIn = "/account/sign-in", SignOut = "/account/sign-out";
        public const string LanguagePattern = "/account/language";
        public static string Language(string to, string back) => With(LanguagePattern, ("to", to), ("back", back));
        public static string Password(Guid user, string token) => With("/account/password", ("user", user), ("token", token));
    }
}
