using System.Globalization;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>
/// Who decides in whose place, and until when: signed acts in an audit chain, numbered per approver, the newest of which counts. The record beside it only says
/// for whom a person stands in, so that they are found; what it says is compared with the chain.
/// </summary>
public sealed class ApprovalDelegations(IRecordStore store, IAuditLog audit, AuditSeals seals, TamperEvents tampering, TimeProvider time)
{
    /// <summary>The audit chain of all delegations.</summary>
    public static readonly CaseId AuditChain = new("delegations");

    // One or two a month for many years. More means that somebody else writes.
    private const int MostActs = 500;
    private const int MostGivers = 20;

    private const string Person = "person:";

    private static readonly string ToPartition = Tenant.Partition("delegations-to");

    /// <summary>Hands the approvals of a person to another from now on.</summary>
    /// <param name="from">Whose approvals.</param>
    /// <param name="to">Who decides them too.</param>
    /// <param name="until">Until when, UTC.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">Store or key cannot be reached; nothing was handed over then.</exception>
    public async Task<Delegation> GiveAsync(PersonId from, PersonId to, DateTimeOffset until, CancellationToken cancellation)
    {
        var given = new Delegation(from, to, time.GetUtcNow(), until);
        // Where it is looked for first: without the signed act it counts for nothing.
        await store.UpdateAsync<DelegationGivers>(
            Tables.Flags, ToPartition, Row(to),
            before => before?.From.Contains(Row(from), StringComparer.Ordinal) == true ? before : new DelegationGivers([Row(from), .. (before?.From ?? []).Take(MostGivers - 1)]), cancellation);
        await AppendAsync(from, number => new AuditEvent(
            AuditChain, KeyOf(from, number), AuditKinds.ApprovalsDelegated, Person + from, "An approver handed their approvals to another person for a time.",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["to"] = to, ["from"] = Text(given.Since), ["until"] = Text(until) }), cancellation);
        return given;
    }

    /// <summary>Ends it now. What was decided meanwhile stays decided.</summary>
    /// <returns>False when nothing was handed over.</returns>
    public async Task<bool> EndAsync(PersonId from, CancellationToken cancellation)
    {
        if (await OfAsync(from, time.GetUtcNow(), cancellation) is null)
            return false;
        await AppendAsync(from, number => new AuditEvent(
            AuditChain, KeyOf(from, number), AuditKinds.DelegationEnded, Person + from, "An approver took their approvals back.",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["from"] = Text(time.GetUtcNow()) }), cancellation);
        return true;
    }

    /// <summary>To whom a person's approvals were handed at a moment; null when to no one.</summary>
    /// <exception cref="VendorException">Store or key cannot be reached; or what is stored is not what was signed.</exception>
    public async Task<Delegation?> OfAsync(PersonId from, DateTimeOffset at, CancellationToken cancellation)
    {
        Delegation? last = null;
        foreach (var act in await ActsAsync(from, cancellation))
        {
            var since = Moment(act.Facts["from"]);
            if (since > at)
                break;
            last = act.Kind == AuditKinds.ApprovalsDelegated ? new Delegation(from, new PersonId(act.Facts["to"]), since, Moment(act.Facts["until"])) : null;
        }

        return last is { } delegation && at < delegation.Until ? delegation : null;
    }

    /// <summary>Whose approvals a person decided in their place at a moment.</summary>
    /// <exception cref="VendorException">Store or key cannot be reached; or what is stored is not what was signed.</exception>
    public async Task<IReadOnlyList<Delegation>> ToAsync(PersonId to, DateTimeOffset at, CancellationToken cancellation)
    {
        var found = new List<Delegation>();
        foreach (var from in (await store.ReadAsync<DelegationGivers>(Tables.Flags, ToPartition, Row(to), cancellation))?.Value.From ?? [])
        {
            if (await OfAsync(new PersonId(from), at, cancellation) is { } delegation && delegation.To.Is(to))
                found.Add(delegation);
        }

        return found;
    }

    private async Task AppendAsync(PersonId from, Func<int, AuditEvent> act, CancellationToken cancellation)
    {
        // Of two acts at once each gets a number of its own; the later one counts.
        while (!await audit.TryAppendAsync(await seals.SealAsync(act((await ActsAsync(from, cancellation)).Count + 1), cancellation), cancellation))
            cancellation.ThrowIfCancellationRequested();
    }

    private async Task<IReadOnlyList<AuditEvent>> ActsAsync(PersonId from, CancellationToken cancellation)
    {
        var acts = new List<AuditEvent>();
        while (acts.Count < MostActs && await FindAsync(KeyOf(from, acts.Count + 1), cancellation) is { } act)
            acts.Add(act);
        return acts.Count < MostActs ? acts : throw await ChangedAsync("There are more delegations of one person than people make.", cancellation);
    }

    private async Task<AuditEvent?> FindAsync(string key, CancellationToken cancellation)
    {
        try
        {
            if (await audit.FindAsync(AuditChain, key, cancellation) is not { } entry)
                return null;
            return entry.Event.Key == key && entry.Event.Kind is AuditKinds.ApprovalsDelegated or AuditKinds.DelegationEnded && await seals.IsGenuineAsync(entry.Event, cancellation)
                ? entry.Event
                : throw await ChangedAsync($"The audit entry '{key}' does not have the signature of HelpDesk.", cancellation);
        }
        catch (AuditDamagedException)
        {
            throw await ChangedAsync($"The audit entry '{key}' was changed.", cancellation);
        }
    }

    private async Task<VendorException> ChangedAsync(string finding, CancellationToken cancellation)
    {
        await tampering.RecordAsync(AuditChain, "delegation", finding, cancellation);
        return new VendorException("store", "changed", $"Security event: {finding}", isRetryable: false);
    }

    private static string KeyOf(PersonId from, int number) => string.Create(CultureInfo.InvariantCulture, $"delegation/{Row(from)}/{number}");

    private static string Row(PersonId person) => person.Value.ToLowerInvariant();

    private static string Text(DateTimeOffset at) => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);
}

/// <summary>One person decides what another would.</summary>
/// <param name="From">Whose approvals.</param>
/// <param name="To">Who decides them too.</param>
/// <param name="Since">UTC.</param>
/// <param name="Until">UTC.</param>
public sealed record Delegation(PersonId From, PersonId To, DateTimeOffset Since, DateTimeOffset Until);

/// <summary>Who handed their approvals to a person, the newest first.</summary>
internal sealed record DelegationGivers(IReadOnlyList<string> From);
