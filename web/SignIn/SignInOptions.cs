namespace HelpDesk.Web.SignIn;

/// <summary>How people sign in. Section <c>SignIn</c>.</summary>
public sealed class SignInOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "SignIn";

    /// <summary>Where the identity provider sends people back to: the redirect URI of the app registration.</summary>
    public const string CallbackPath = "/sign-in/callback";

    /// <summary><c>simulated</c>, <c>openid</c> or <c>appservice</c>. No default. Setting <c>SignIn:Mode</c>.</summary>
    public string Mode { get; set; } = "";

    /// <summary>The Entra tenant, a GUID; only its people may sign in. Setting <c>SignIn:TenantId</c>.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The app registration, a GUID: the audience of ID tokens. Setting <c>SignIn:ClientId</c>.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Its client secret, for <c>openid</c>. Setting <c>SignIn:ClientSecret</c>.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>The sign-in service. Default that of the global cloud; national clouds have their own. Setting <c>SignIn:Instance</c>.</summary>
    public Uri Instance { get; set; } = new("https://login.microsoftonline.com/");

    /// <summary>How long a sign-in lasts, counted from its start. Default 8 hours: a working day. 5 minutes to 24 hours. Setting <c>SignIn:SessionLength</c>.</summary>
    public TimeSpan SessionLength { get; set; } = TimeSpan.FromHours(8);

    /// <summary>
    /// Folder of the keys that protect cookies and forms, readable by the process only. Without it one key is derived from
    /// <see cref="CookieKey"/>, the same on every instance. Setting <c>SignIn:KeysFolder</c>.
    /// </summary>
    public string? KeysFolder { get; set; }

    /// <summary>
    /// Secret from which the key of cookies and forms is derived where there is no <see cref="KeysFolder"/>: Base64 of at least 32 random
    /// bytes, used for nothing else. A new one signs everybody out and ends open forms; links in comments stay good. Setting <c>SignIn:CookieKey</c>. No default.
    /// </summary>
    public string CookieKey { get; set; } = "";

    /// <summary>The mode; null when the setting is none.</summary>
    public SignInMode? ParsedMode => Mode.ToUpperInvariant() switch
    {
        "SIMULATED" => SignInMode.Simulated,
        "OPENID" => SignInMode.OpenId,
        "APPSERVICE" => SignInMode.AppService,
        _ => null,
    };

    /// <summary>Whose people the cookies are for: one of a simulated tenant opens nothing in a real one.</summary>
    public string Realm => ParsedMode is SignInMode.OpenId or SignInMode.AppService ? TenantId : "simulated";
}
