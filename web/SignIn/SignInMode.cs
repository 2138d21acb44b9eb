namespace HelpDesk.Web.SignIn;

/// <summary>How people sign in.</summary>
public enum SignInMode
{
    /// <summary>Choose which simulated person you are. With the simulated tenant only.</summary>
    Simulated,

    /// <summary>OpenID Connect against Microsoft Entra ID.</summary>
    OpenId,

    /// <summary>App Service Authentication signs people in; the ID token it hands over is checked again.</summary>
    AppService,
}
