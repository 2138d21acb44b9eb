using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Web.SignIn;

namespace HelpDesk.Local.Composition;

/// <summary>Whom one may sign in as: the simulated people, those who may approve something first. Registered with a simulated tenant only.</summary>
internal sealed class SimulatedSignIn(IHttpClientFactory clients, Uri people, PolicySet policy) : ISignInChoices
{
    /// <summary>Name of its HTTP client.</summary>
    public const string ClientName = "simulated-people";

    private const int Most = 30;
    private const int MostPerRole = 4;

    /// <inheritdoc />
    public async Task<IReadOnlyList<SignInChoice>> FindAsync(string search, CancellationToken cancellation)
    {
        var all = await AllAsync(cancellation);
        if (search.Trim() is { Length: > 0 } text)
            return [.. all.Where(person => Holds(person.Name) || Holds(person.UserPrincipalName) || Holds(person.Title)).Take(Most)];
        return [.. all.GroupBy(person => person.Roles.Count == 0 ? "" : person.Roles[0], StringComparer.Ordinal)
            .OrderBy(group => group.Key.Length == 0)
            .SelectMany(group => group.Take(MostPerRole))
            .Take(Most)];

        bool Holds(string? value) => value?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;
    }

    /// <inheritdoc />
    public async Task<SignInChoice?> GetAsync(string objectId, CancellationToken cancellation) =>
        (await AllAsync(cancellation)).FirstOrDefault(person => string.Equals(person.ObjectId, objectId, StringComparison.OrdinalIgnoreCase));

    private async Task<List<SignInChoice>> AllAsync(CancellationToken cancellation)
    {
        var titles = policy.Approvers.Values.ToDictionary(group => group.GroupId.Value, group => group.Title, StringComparer.OrdinalIgnoreCase);
        var found = await clients.CreateClient(ClientName).GetFromJsonAsync<List<SimulatedListing>>(people, cancellation) ?? [];
        return [.. found.Select(person => new SignInChoice(
            person.Id, person.Name, person.Upn, person.JobTitle, [.. person.Groups.Select(group => titles.GetValueOrDefault(group)).OfType<string>()]))];
    }
}
