using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Policy;

/// <summary>What policy files may refer to.</summary>
/// <param name="Remediations">The catalogue.</param>
/// <param name="Intents">All intents.</param>
/// <param name="Runbooks">All runbooks that could be read.</param>
/// <param name="TicketSystems">Ids of all ticket systems; empty when none is registered.</param>
internal sealed record PolicyReferences(
    IReadOnlyList<RemediationDescriptor> Remediations, IntentCatalogue Intents, IReadOnlyList<Runbook> Runbooks, IReadOnlyList<string> TicketSystems)
{
    public IReadOnlyList<string> RemediationIds => [.. Remediations.Select(descriptor => descriptor.Id)];

    public IReadOnlyList<string> ContainmentIds => [.. Remediations.Where(descriptor => descriptor.MayContain).Select(descriptor => descriptor.Id).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> IntentIds => Intents.Ids;

    public IReadOnlyList<string> RunbookIds => [.. Runbooks.Select(runbook => runbook.Id)];
}

/// <summary>Checks that a name or id in a policy file is a known one.</summary>
internal static class ReferenceCheck
{
    public static bool Known(this SectionReader reader, int line, string what, string name, IReadOnlyCollection<string> known)
    {
        if (known.Contains(name, StringComparer.Ordinal))
            return true;
        reader.Fault(line, $"There is no {what} '{name}'.{Nearest.Hint(name, known)}", known.Count == 0 ? "Remove it." : $"Use one of: {string.Join(", ", known)}.");
        return false;
    }

    public static bool IsObjectId(this SectionReader reader, int line, string value)
    {
        // Written back and compared: the parser also takes '0x' and '+' before the digits of a group.
        if (Guid.TryParseExact(value, "D", out var id) && id != Guid.Empty && string.Equals(id.ToString("D"), value, StringComparison.OrdinalIgnoreCase))
            return true;
        reader.Fault(line, $"'{value}' is no object id.", "Write the id as the Entra admin centre shows it: 8-4-4-4-12 hexadecimal digits.");
        return false;
    }
}
