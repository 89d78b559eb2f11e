namespace Cadran.Web;

public static partial class Routes
{
    public static class Account
    {
        public const string Index = "/account", SignIn = "/account/sign-in", SignOut = "/account/sign-out";
        public const string Forgotten = "/account/forgotten", Authenticator = "/account/authenticator", Passkeys = "/account/passkeys",
            Sessions = "/account/sessions";
        public const string LanguagePattern = "/account/language";
        public static string Language(string to, string back) => With(LanguagePattern, ("to", to), ("back", back));
        public static string Password(Guid user, string token) => With("/account/password", ("user", user), ("token", token));
        public static string SecondStep(string? returnUrl = null) => With("/account/second-step", ("returnUrl", returnUrl));
        public static string SignInPasskeyOptions() => With(SignIn, ("handler", "PasskeyOptions"));
        public static string PasskeyOptions() => With(Passkeys, ("handler", "Options"));
    }
}
