using System.Globalization;
using System.Security.Claims;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Web.Viewers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace HelpDesk.Web.SignIn;

/// <summary>
/// The cookie that says who is signed in. Holds object id, name, user principal name, the session's id and when and how the person signed in;
/// no token of anybody. It is good only while its session is open on the server.
/// </summary>
public sealed class SignInCookie(IOptions<SignInOptions> options, SessionStore sessions) : ISignedInReader
{
    /// <summary>Name of the authentication scheme.</summary>
    public const string Scheme = "helpdesk";

    private const string Subject = "sub", ObjectId = "oid", Name = "name", UserPrincipalName = "upn", Realm = "realm", SessionId = "session", SignedInAt = "since", ProvedAt = "proved", Contexts = "contexts";

    /// <inheritdoc />
    public async Task<SignedInPerson?> ReadAsync(HttpContext http)
    {
        var ticket = await http.AuthenticateAsync(Scheme);
        if (ticket.Principal is not { } principal || PersonOf(principal) is not { SessionId: { } session } person || !await sessions.IsOpenAsync(session, person.ObjectId, http.RequestAborted))
            return null;
        http.User = principal;
        return person;
    }

    /// <inheritdoc />
    public async Task EndAsync(HttpContext http, SignedInPerson person)
    {
        if (person.SessionId is { } session)
            await sessions.EndAsync(session, person.ObjectId, http.RequestAborted);
        await http.SignOutAsync(Scheme);
    }

    /// <summary>Signs a verified person in: the session before, if there was one, ends.</summary>
    public async Task SignInAsync(HttpContext http, SignedInPerson person) => await http.SignInAsync(Scheme, PrincipalOf(await BeginAsync(http, person)));

    /// <summary>Opens the session of a verified person and ends the one before.</summary>
    internal async Task<SignedInPerson> BeginAsync(HttpContext http, SignedInPerson person)
    {
        if ((await http.AuthenticateAsync(Scheme)).Principal is { } principal && PersonOf(principal) is { SessionId: { } session } before)
            await sessions.EndAsync(session, before.ObjectId, http.RequestAborted);
        return await sessions.StartAsync(person, http.RequestAborted);
    }

    /// <summary>What the cookie holds of a person.</summary>
    internal ClaimsPrincipal PrincipalOf(SignedInPerson person)
    {
        var claims = new List<Claim>
        {
            // Forms are bound to this one, so that a renewed token of the same person takes them.
            new(Subject, person.ObjectId), new(ObjectId, person.ObjectId), new(Name, person.Name), new(UserPrincipalName, person.UserPrincipalName), new(Realm, options.Value.Realm), new(Contexts, person.Contexts),
        };
        Add(SessionId, person.SessionId);
        Add(SignedInAt, Seconds(person.SignedInAt));
        Add(ProvedAt, Seconds(person.ProvedAt));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme, Name, roleType: null));

        void Add(string type, string? value)
        {
            if (value is not null)
                claims.Add(new Claim(type, value));
        }
    }

    private static string? Seconds(DateTimeOffset? moment) => moment?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset? Moment(ClaimsPrincipal principal, string type) =>
        long.TryParse(principal.FindFirstValue(type), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    // A cookie from before the tenant was changed is nobody's.
    private SignedInPerson? PersonOf(ClaimsPrincipal principal) =>
        string.Equals(principal.FindFirstValue(Realm), options.Value.Realm, StringComparison.OrdinalIgnoreCase)
        && principal.FindFirstValue(ObjectId) is { Length: > 0 } id
        && principal.FindFirstValue(Name) is { } name
        && principal.FindFirstValue(UserPrincipalName) is { } upn
            ? new SignedInPerson(new PersonId(id), name, upn)
            {
                SessionId = principal.FindFirstValue(SessionId),
                SignedInAt = Moment(principal, SignedInAt),
                ProvedAt = Moment(principal, ProvedAt),
                Contexts = principal.FindFirstValue(Contexts) ?? "",
            }
            : null;
}
