using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy.Access;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>Turns what is under <c>with:</c> into parameters of a plan step.</summary>
public sealed class ParameterResolver(AccessCatalogue access)
{
    /// <summary>The parameters sorted by name, or why they cannot be known.</summary>
    /// <param name="with">As the runbook says.</param>
    /// <param name="appHint">How the ticket names the application or licence.</param>
    /// <param name="subject">Whose account it is about.</param>
    /// <param name="accessDoubt">Why it is in doubt which access the ticket asks for; null when it is not.</param>
    public (IReadOnlyDictionary<string, string> Parameters, string? Doubt) Resolve(IReadOnlyDictionary<string, string> with, string? appHint, Person subject, string? accessDoubt = null)
    {
        var resolved = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in with)
        {
            if (AccessReference.Parse(value) is not { } reference)
            {
                resolved[name] = value;
                continue;
            }

            var (entry, doubt) = reference.Entry switch
            {
                AccessReference.Requested when accessDoubt is not null && reference.Property != AccessReference.Sku => (null, accessDoubt),
                AccessReference.Requested => Requested(reference, appHint),
                AccessReference.Replaced => Replaced(appHint, subject),
                _ => (access.Find(reference.Entry), null),
            };
            if (doubt is not null)
                return (resolved, doubt);
            if (entry is null)
                return (resolved, $"The access catalogue has no entry '{reference.Entry}'.");
            if (reference.Of(entry) is { } known)
                resolved[name] = known;
            else if (reference.Property != AccessReference.ExpiresAfter)
                return (resolved, $"'{entry.Title}' has no {reference.Property} in the access catalogue.");
        }

        return (resolved, null);
    }

    /// <summary>The licences of a person that the one they ask for replaces; none when the ticket names no licence.</summary>
    public IReadOnlyList<AccessEntry> ReplacedOf(string? appHint, Person subject) =>
        !string.IsNullOrWhiteSpace(appHint) && access.Match(appHint, AccessKind.Licence) is { } wanted ? access.ReplacedBy(wanted, subject.LicenceIds) : [];

    private (AccessEntry? Entry, string? Doubt) Replaced(string? appHint, Person subject)
    {
        var held = ReplacedOf(appHint, subject);
        return held.Count switch
        {
            1 => (held[0], null),
            0 => (null, "The person holds no licence that the requested one replaces."),
            _ => (null, $"The person holds {held.Count} licences that the requested one replaces ({string.Join(", ", held.Select(entry => entry.Title))}); a person decides which one goes."),
        };
    }

    private (AccessEntry? Entry, string? Doubt) Requested(AccessReference reference, string? appHint)
    {
        if (string.IsNullOrWhiteSpace(appHint))
            return (null, "The ticket does not name the application, group or licence.");

        // The property decides between an application and a licence of the same name.
        var wanted = reference.Property == AccessReference.Sku ? AccessKind.Licence : AccessKind.Application;
        return access.Match(appHint, wanted) is { } entry
            ? (entry, null)
            : (null, "What the ticket asks access to is not, by exactly one of its names, in the organisation's access catalogue.");
    }
}
