using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph.Models;
using Person = HelpDesk.Orchestrations.Domain.Directory.Person;

namespace HelpDesk.Adapters.Graph.People;

/// <summary>Reads users and completes them to what policy needs to know. Nothing is kept: policy never decides on an old fact.</summary>
internal sealed class PeopleReader(GraphGateway graph, Memberships memberships, Privileges privileges)
{
    private static readonly GraphOperation ReadUser = new("read the user", "User.Read.All") { Answers = [404] };
    private static readonly GraphOperation FindUser = new("find a user by address", "User.Read.All");
    private static readonly GraphOperation ReadManager = new("read the user's manager", "User.Read.All") { Answers = [404] };

    private static readonly GraphOperation ReadReports = new("read who reports to the user", "User.Read.All") { Answers = [404] };

    // Without the permission, or in a tenant without Entra ID P1, it is 403: nobody depends on it.
    private static readonly GraphOperation ReadSignIn = new("read when the user last signed in", "AuditLog.Read.All") { Answers = [403, 404] };

    private static readonly string[] Fields =
    [
        "id", "displayName", "mail", "preferredLanguage", "department", "jobTitle", "usageLocation",
        "accountEnabled", "onPremisesSyncEnabled", "givenName", "surname", "assignedLicenses", .. ExternalIdentity.Fields,
    ];

    private static readonly string[] StandingFields = ["id", "accountEnabled", "signInSessionsValidFromDateTime", .. ExternalIdentity.Fields];

    /// <summary>Whether the account may still act; null when there is none.</summary>
    public async Task<SignInStanding?> GetStandingAsync(string userId, CancellationToken cancellation)
    {
        var reply = await graph.ReadAsync<User>(
            ReadUser, (client, stop) => client.Users[userId].GetAsync(request => request.QueryParameters.Select = StandingFields, stop), cancellation);
        return reply.Value is { } user
            ? new SignInStanding(user.AccountEnabled == true, !ExternalIdentity.Is(user), user.SignInSessionsValidFromDateTime)
            : null;
    }

    /// <summary>The one user with exactly this address as name or mail; null when none or several.</summary>
    public async Task<Person?> FindAsync(string address, CancellationToken cancellation)
    {
        var literal = MailAddress.Literal(address);
        var reply = await graph.ReadAsync<UserCollectionResponse>(
            FindUser,
            (client, stop) => client.Users.GetAsync(
                request =>
                {
                    request.QueryParameters.Filter = $"userPrincipalName eq {literal} or mail eq {literal}";
                    request.QueryParameters.Select = Fields;
                },
                stop),
            cancellation);

        // Compared again here: what the directory calls equal may be looser than what we promise.
        var exact = reply.Value?.Value?.Where(user => Has(user, address)).DistinctBy(user => user.Id, StringComparer.Ordinal).Take(2).ToList() ?? [];
        return exact.Count == 1 && reply.Value?.OdataNextLink is null ? await CompleteAsync(exact[0], cancellation) : null;
    }

    /// <summary>The user with this object id, or null.</summary>
    public async Task<Person?> GetAsync(string userId, CancellationToken cancellation)
    {
        var reply = await graph.ReadAsync<User>(
            ReadUser, (client, stop) => client.Users[userId].GetAsync(request => request.QueryParameters.Select = Fields, stop), cancellation);
        return reply.Value is { } user ? await CompleteAsync(user, cancellation) : null;
    }

    /// <summary>When the user last signed in; null when it is not known.</summary>
    public async Task<DateTimeOffset?> LastSignInAsync(string userId, CancellationToken cancellation)
    {
        var reply = await graph.ReadAsync<User>(
            ReadSignIn, (client, stop) => client.Users[userId].GetAsync(request => request.QueryParameters.Select = ["id", "signInActivity"], stop), cancellation);
        return reply.IsDone ? reply.Value?.SignInActivity?.LastSignInDateTime : null;
    }

    /// <summary>The user's manager; null when there is none, or it is no user.</summary>
    public async Task<Person?> GetManagerAsync(string userId, CancellationToken cancellation)
    {
        var reply = await graph.ReadAsync<DirectoryObject>(ReadManager, (client, stop) => client.Users[userId].Manager.GetAsync(cancellationToken: stop), cancellation);
        return reply.Value is { Id: { } id } and not OrgContact ? await GetAsync(id, cancellation) : null;
    }

    /// <summary>True when at least one user reports to this one; contacts of the organisation do not count.</summary>
    public async Task<bool> HasReportsAsync(string userId, CancellationToken cancellation)
    {
        var reply = await graph.ReadAsync<DirectoryObjectCollectionResponse>(
            ReadReports, (client, stop) => client.Users[userId].DirectReports.GetAsync(request => request.QueryParameters.Select = ["id"], stop), cancellation);
        return reply.Value?.Value?.Any(static one => one is User) == true;
    }

    private static bool Has(User user, string address) =>
        string.Equals(user.UserPrincipalName, address, StringComparison.OrdinalIgnoreCase)
        || string.Equals(user.Mail, address, StringComparison.OrdinalIgnoreCase);

    private async Task<Person?> CompleteAsync(User user, CancellationToken cancellation)
    {
        if (user.Id is not { } id || await memberships.AllAsync(id, cancellation) is not { } all)
            return null;
        var isGuest = ExternalIdentity.Is(user);
        return new Person
        {
            Id = new PersonId(id),
            UserPrincipalName = user.UserPrincipalName ?? "",
            DisplayName = user.DisplayName ?? user.UserPrincipalName ?? "",
            Mail = NotEmpty(user.Mail),
            Language = LanguageOf(user.PreferredLanguage),
            Department = NotEmpty(user.Department),
            JobTitle = NotEmpty(user.JobTitle),
            UsageLocation = NotEmpty(user.UsageLocation),
            LicenceIds = [.. (user.AssignedLicenses ?? []).Select(licence => licence.SkuId?.ToString("D")).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            AccountEnabled = user.AccountEnabled == true,
            IsGuest = isGuest,
            // An invitation fills in no names: a guest without any is still a person.
            IsFunctional = !isGuest && NotEmpty(user.GivenName) is null && NotEmpty(user.Surname) is null,
            IsSynced = user.OnPremisesSyncEnabled == true,
            Roles = await privileges.RolesOfAsync(id, all, cancellation),
            GroupIds = [.. all.OfType<Group>().Select(group => group.Id!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    // preferredLanguage is a tag such as de-DE.
    private static string? LanguageOf(string? tag) =>
        tag is { Length: >= 2 } && char.IsAsciiLetter(tag[0]) && char.IsAsciiLetter(tag[1]) && (tag.Length == 2 || tag[2] == '-')
            ? tag[..2].ToLowerInvariant()
            : null;
}
