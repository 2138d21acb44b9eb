using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Credentials;

/// <summary>A kind of second factor that may be deleted. The password is none.</summary>
/// <param name="Name">As runbooks say it under <c>kind</c>.</param>
/// <param name="Title">As an approver reads it.</param>
/// <param name="Permission">Least permission to delete one.</param>
/// <param name="Is">True when a method is of this kind.</param>
/// <param name="Delete">Deletes one of a user.</param>
internal sealed record MfaKind(
    string Name,
    string Title,
    string Permission,
    Func<AuthenticationMethod, bool> Is,
    Func<GraphServiceClient, string, string, CancellationToken, Task> Delete)
{
    /// <summary>All kinds.</summary>
    public static IReadOnlyList<MfaKind> All { get; } =
    [
        new("phone", "phone number", "UserAuthMethod-Phone.ReadWrite.All", method => method is PhoneAuthenticationMethod,
            (client, user, id, stop) => client.Users[user].Authentication.PhoneMethods[id].DeleteAsync(cancellationToken: stop)),
        new("microsoftAuthenticator", "Microsoft Authenticator", "UserAuthMethod-MicrosoftAuthApp.ReadWrite.All", method => method is MicrosoftAuthenticatorAuthenticationMethod,
            (client, user, id, stop) => client.Users[user].Authentication.MicrosoftAuthenticatorMethods[id].DeleteAsync(cancellationToken: stop)),
        new("fido2", "security key", "UserAuthMethod-Passkey.ReadWrite.All", method => method is Fido2AuthenticationMethod,
            (client, user, id, stop) => client.Users[user].Authentication.Fido2Methods[id].DeleteAsync(cancellationToken: stop)),
        new("softwareOath", "one-time code app", "UserAuthMethod-SoftwareOATH.ReadWrite.All", method => method is SoftwareOathAuthenticationMethod,
            (client, user, id, stop) => client.Users[user].Authentication.SoftwareOathMethods[id].DeleteAsync(cancellationToken: stop)),
        new("windowsHelloForBusiness", "Windows Hello", "UserAuthMethod-WindowsHello.ReadWrite.All", method => method is WindowsHelloForBusinessAuthenticationMethod,
            (client, user, id, stop) => client.Users[user].Authentication.WindowsHelloForBusinessMethods[id].DeleteAsync(cancellationToken: stop)),
    ];

    /// <summary>The kind of that name, or null.</summary>
    public static MfaKind? Find(string? name) => All.FirstOrDefault(kind => kind.Name == name);
}
