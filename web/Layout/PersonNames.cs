using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Web.Layout;

/// <summary>Names of people and actors for pages.</summary>
public sealed class PersonNames(IDirectory directory)
{
    private const string PersonPrefix = "person:";
    private const string ModelPrefix = "model:";
    private const int ShortVersion = 12;

    /// <summary>Display name of a person with their user principal name; the id when the directory no longer has them or isn't responding. Untrusted text.</summary>
    public async Task<string> OfAsync(string personId, CancellationToken cancellation)
    {
        try
        {
            return await directory.GetPersonAsync(new PersonId(personId), cancellation) is { } person ? $"{person.DisplayName} ({person.UserPrincipalName})" : personId;
        }
        catch (VendorException)
        {
            // Cases and the audit log are read in an outage, too; an id is better than no page.
            return personId;
        }
    }

    /// <summary>An actor of the audit log as people read it.</summary>
    public async Task<string> OfActorAsync(string actor, CancellationToken cancellation) => actor switch
    {
        "helpdesk" => "HelpDesk",
        "policy" => "Policy",
        "requester" => "The requester",
        _ when actor.StartsWith(ModelPrefix, StringComparison.Ordinal) => $"Model {Short(actor[ModelPrefix.Length..])}",
        _ when actor.StartsWith(PersonPrefix, StringComparison.Ordinal) => await OfAsync(actor[PersonPrefix.Length..], cancellation),
        _ => actor,
    };

    /// <summary>The actors of a chain, each asked for once.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfActorsAsync(IEnumerable<string> actors, CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var actor in actors.Distinct(StringComparer.Ordinal))
            names[actor] = await OfActorAsync(actor, cancellation);
        return names;
    }

    // The facts of the entry hold the whole version.
    private static string Short(string model) =>
        model.IndexOf('@', StringComparison.Ordinal) is var at and >= 0 && model.Length > at + 1 + ShortVersion ? model[..(at + 1 + ShortVersion)] : model;
}
