using HelpDesk.Orchestrations.Policy.Access;

namespace HelpDesk.Orchestrations.Runbooks;

/// <summary>Turns what stands under <c>with:</c> into parameters of a plan step.</summary>
public sealed class ParameterResolver(AccessCatalogue access)
{
    /// <summary>The parameters sorted by name, or why they cannot be known.</summary>
    /// <param name="with">As the runbook says.</param>
    /// <param name="appHint">How the ticket names the application or licence.</param>
    public (IReadOnlyDictionary<string, string> Parameters, string? Doubt) Resolve(IReadOnlyDictionary<string, string> with, string? appHint)
    {
        var resolved = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in with)
        {
            if (AccessReference.Parse(value) is not { } reference)
            {
                resolved[name] = value;
                continue;
            }

            var (entry, doubt) = reference.Entry == AccessReference.Requested ? Requested(reference, appHint) : (access.Find(reference.Entry), null);
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

    private (AccessEntry? Entry, string? Doubt) Requested(AccessReference reference, string? appHint)
    {
        if (string.IsNullOrWhiteSpace(appHint))
            return (null, "The ticket does not name the application, group or licence.");

        // The property decides between an application and a licence of the same name.
        var wanted = reference.Property == "sku" ? AccessKind.Licence : AccessKind.Application;
        return access.Match(appHint, wanted) is { } entry
            ? (entry, null)
            : (null, "What the ticket asks access to is not, by exactly one of its names, in the organisation's access catalogue.");
    }
}
