using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>
/// Gathers what an approver needs beside the plan: the requester's own words, what else this person asks for, and how account and devices are
/// now. Only shown: who decides reads it, no rule does. What cannot be read now is said so and keeps nobody from deciding.
/// </summary>
public sealed class ApprovalBackgrounds(CaseStore caseStore, CaseContext contexts, RecentCases recent, IDirectory directory)
{
    private const int MostWords = 1_200;
    private const int MostRequests = 5;
    private const string NotKnown = "Not known now";

    /// <summary>The background of an approval.</summary>
    /// <param name="gate">The approval.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<ApprovalBackground> OfAsync(ApprovalRequest gate, Plan plan, CancellationToken cancellation)
    {
        var record = await caseStore.FindAsync(gate.CaseId, cancellation);
        return new ApprovalBackground(
            await WordsAsync(gate, cancellation),
            await OthersAsync(gate, cancellation),
            await RiskAsync(gate.SubjectId, cancellation),
            await LastSignInAsync(gate.SubjectId, cancellation),
            await DevicesAsync(plan, cancellation),
            [.. (record?.Steps ?? []).Where(step => step.State is CaseStepState.Verified or CaseStepState.Verifying or CaseStepState.AlreadyDone && !plan.Steps.Any(planned => planned.Id == step.Id))]);
    }

    /// <summary>The requester's own words, redacted and cut; null when no ticket is behind the approval.</summary>
    /// <param name="gate">The approval.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task<TicketSnapshot?> WordsAsync(ApprovalRequest gate, CancellationToken cancellation)
    {
        if (gate.Ticket is not { } reference)
            return null;
        var ticket = await contexts.GetAsync<TicketSnapshot>(reference, cancellation);
        return ticket.Text.Length <= MostWords ? ticket : ticket with { Text = $"{ticket.Text[..(char.IsHighSurrogate(ticket.Text[MostWords - 1]) ? MostWords - 1 : MostWords)]}…" };
    }

    private async Task<IReadOnlyList<CaseRecord>> OthersAsync(ApprovalRequest gate, CancellationToken cancellation)
    {
        var others = new List<CaseRecord>();
        foreach (var id in await recent.OfAsync(gate.RequesterId, cancellation))
        {
            if (id != gate.CaseId && await caseStore.FindAsync(new CaseId(id), cancellation) is { ClosedAt: null } other && others.Count < MostRequests)
                others.Add(other);
        }

        return others;
    }

    private async Task<string> RiskAsync(PersonId personId, CancellationToken cancellation) => await OrNotKnownAsync(async () => await directory.GetRiskAsync(personId, cancellation) switch
    {
        AccountRisk.None => "No risk in Entra",
        AccountRisk.Confirmed => "Confirmed as compromised in Entra",
        AccountRisk.Unknown => "Entra does not show the risk (Entra ID P2)",
        var risk => $"{risk} risk in Entra",
    });

    private async Task<DateTimeOffset?> LastSignInAsync(PersonId personId, CancellationToken cancellation)
    {
        try
        {
            return await directory.GetLastSignInAsync(personId, cancellation);
        }
        catch (VendorException)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<string>> DevicesAsync(Plan plan, CancellationToken cancellation)
    {
        var devices = new List<string>();
        foreach (var target in plan.Steps.Where(step => step.TargetKind == TargetKind.Device).DistinctBy(step => step.TargetId, StringComparer.Ordinal).Take(MostRequests))
        {
            devices.Add(await OrNotKnownAsync(async () => await directory.GetDeviceAsync(new DeviceId(target.TargetId), cancellation) is { } device
                ? $"{DisplayText.Of(device.Name, "A device")}: {(device.IsCompliant ? "compliant" : "not compliant")}, {(device.IsCompanyOwned ? "owned by the company" : "not owned by the company")}, {Seen(device)}"
                : $"{DisplayText.Of(target.TargetName, "The device")} is no longer in Intune"));
        }

        return devices;
    }

    private static string Seen(Device device) =>
        device.LastSyncAt is { } last ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"last check-in {last.UtcDateTime:yyyy-MM-dd HH:mm} UTC") : "never checked in";

    private static async Task<string> OrNotKnownAsync(Func<Task<string>> read)
    {
        try
        {
            return await read();
        }
        catch (VendorException error)
        {
            return $"{NotKnown}: {error.Message}";
        }
    }
}

/// <summary>What an approver reads beside the plan.</summary>
/// <param name="Words">The redacted ticket, its text cut; null when none is behind the approval. Untrusted text.</param>
/// <param name="Others">Other open requests of the same person, at most 5.</param>
/// <param name="Risk">What Entra holds against the account, in words.</param>
/// <param name="LastSignIn">When the person last signed in, UTC; null when it is not known.</param>
/// <param name="Devices">The plan's devices as they are now, one line each.</param>
/// <param name="Done">Containment steps that were done already.</param>
public sealed record ApprovalBackground(
    TicketSnapshot? Words, IReadOnlyList<CaseRecord> Others, string Risk, DateTimeOffset? LastSignIn, IReadOnlyList<string> Devices, IReadOnlyList<CaseStep> Done);
