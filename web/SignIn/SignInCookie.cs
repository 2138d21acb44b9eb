using System.Security.Claims;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Web.Viewers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace HelpDesk.Web.SignIn;

/// <summary>The cookie that says who is signed in. Holds object id, name and user principal name; no token of anybody.</summary>
public sealed class SignInCookie(IOptions<SignInOptions> options) : ISignedInReader
{
    /// <summary>Name of the authentication scheme.</summary>
    public const string Scheme = "helpdesk";

    private const string ObjectId = "oid", Name = "name", UserPrincipalName = "upn", Realm = "realm";

    /// <inheritdoc />
    public async Task<SignedInPerson?> ReadAsync(HttpContext http)
    {
        var ticket = await http.AuthenticateAsync(Scheme);
        if (ticket.Principal is not { } principal || PersonOf(principal) is not { } person)
            return null;
        http.User = principal;
        return person;
    }

    /// <summary>Signs a verified person in.</summary>
    public async Task SignInAsync(HttpContext http, SignedInPerson person)
    {
        var principal = PrincipalOf(person);
        await http.SignInAsync(Scheme, principal);
    }

    /// <summary>What the cookie holds of a person.</summary>
    internal ClaimsPrincipal PrincipalOf(SignedInPerson person) => new(new ClaimsIdentity(
        [
            new Claim(ObjectId, person.ObjectId), new Claim(Name, person.Name), new Claim(UserPrincipalName, person.UserPrincipalName),
            new Claim(Realm, options.Value.Realm),
        ],
        Scheme, Name, roleType: null));

    // A cookie from before the tenant was changed is nobody's.
    private SignedInPerson? PersonOf(ClaimsPrincipal principal) =>
        string.Equals(principal.FindFirstValue(Realm), options.Value.Realm, StringComparison.OrdinalIgnoreCase)
        && principal.FindFirstValue(ObjectId) is { Length: > 0 } id
        && principal.FindFirstValue(Name) is { } name
        && principal.FindFirstValue(UserPrincipalName) is { } upn
            ? new SignedInPerson(id, name, upn)
            : null;
}
