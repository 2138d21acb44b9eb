using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>
/// What is being done and was done for a person, over all of their tickets: so that one complaint is worked on once, and a fix that did not last is not
/// repeated. One record a person. It only ever holds work back; it allows nothing.
/// </summary>
public sealed class FixHistory(IRecordStore store, CaseStore caseStore)
{
    // Far beyond any policy's window, and small enough for one record.
    private const int MostDone = 100;
    private const int MostOpen = 20;

    private static readonly string Fixes = Tenant.Partition("fixes");

    /// <summary>What a plan does, one text a step: remediation, target and what it is done with; not until when.</summary>
    public static IReadOnlyList<string> EffectsOf(Plan plan) =>
    [
        .. plan.Steps.Select(step => string.Join('|', step.Parameters.Where(parameter => parameter.Key != "expiresAfter").OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
            .Select(parameter => $"{parameter.Key}={parameter.Value}").Prepend(step.TargetId).Prepend(step.Remediation))).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Says that a case is about to work on a plan, unless another open case of the person does the same, or hands out the same secret.</summary>
    /// <param name="subjectId">The person.</param>
    /// <param name="mine">The case and what its plan does.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The other case; null when this one may go on.</returns>
    public async Task<OpenFix?> ClaimAsync(PersonId subjectId, OpenFix mine, CancellationToken cancellation)
    {
        var over = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fix in (await ReadAsync(subjectId, cancellation)).Open.Where(fix => fix.CaseId != mine.CaseId))
        {
            if (await caseStore.FindAsync(fix.CaseId, cancellation) is not { } record || !CaseOverviewLine.Of(record).IsOpen)
                over.Add(fix.CaseId);
        }

        OpenFix? other = null;
        await store.UpdateAsync<SubjectFixes>(
            Tables.Flags, Fixes, subjectId,
            before =>
            {
                List<OpenFix> open = [.. (before?.Open ?? []).Where(fix => !over.Contains(fix.CaseId) && fix.CaseId != mine.CaseId)];
                other = open.Find(fix => fix.Covers(mine) || fix.SharesSecretWith(mine));
                return other is not null && before is not null ? before : (before ?? SubjectFixes.None) with { Open = [.. open.TakeLast(MostOpen - 1), mine] };
            },
            cancellation);
        return other;
    }

    /// <summary>Keeps that a case did something for a person. A repetition changes nothing.</summary>
    public Task DoneAsync(PersonId subjectId, IReadOnlyList<string> effects, CaseId caseId, string number, DateTimeOffset at, CancellationToken cancellation) =>
        store.UpdateAsync<SubjectFixes>(
            Tables.Flags, Fixes, subjectId,
            before => before?.Done.Any(done => done.CaseId == caseId) == true
                ? before
                : (before ?? SubjectFixes.None) with { Done = [.. (before?.Done ?? []).Concat(effects.Select(effect => new DoneFix(effect, caseId, number, at))).TakeLast(MostDone)] },
            cancellation);

    /// <summary>Keeps that a case is about to contain a threat by something at once. A repetition changes nothing.</summary>
    public Task ContainAsync(PersonId subjectId, IReadOnlyList<string> effects, CaseId caseId, string number, DateTimeOffset at, CancellationToken cancellation) =>
        store.UpdateAsync<SubjectFixes>(
            Tables.Flags, Fixes, subjectId,
            before =>
            {
                var known = before?.Contained ?? [];
                List<DoneFix> added = [.. effects.Where(effect => !known.Any(fix => fix.CaseId == caseId && fix.Effect == effect)).Select(effect => new DoneFix(effect, caseId, number, at))];
                return added.Count == 0 && before is not null ? before : (before ?? SubjectFixes.None) with { Contained = [.. known.Concat(added).TakeLast(MostOpen)] };
            },
            cancellation);

    /// <summary>Other cases that began to contain all of this at once since a moment, the newest first. Whether they succeeded is not said.</summary>
    public async Task<IReadOnlyList<DoneFix>> ContainedAsync(PersonId subjectId, IReadOnlyList<string> effects, CaseId caseId, DateTimeOffset since, CancellationToken cancellation) =>
    [
        .. ((await ReadAsync(subjectId, cancellation)).Contained ?? []).Where(fix => fix.At >= since && fix.CaseId != caseId)
            .GroupBy(fix => fix.CaseId, StringComparer.Ordinal)
            .Where(others => effects.All(effect => others.Any(fix => fix.Effect == effect)))
            .Select(others => others.MinBy(fix => fix.At)!)
            .OrderByDescending(fix => fix.At),
    ];

    /// <summary>The newest case that did all of this since a moment, alone or with others; null when something of it was not done.</summary>
    public async Task<DoneFix?> RepeatedAsync(PersonId subjectId, OpenFix mine, DateTimeOffset since, CancellationToken cancellation)
    {
        var done = (await ReadAsync(subjectId, cancellation)).Done.Where(fix => fix.At >= since && fix.CaseId != mine.CaseId).ToList();
        return mine.Effects.All(effect => done.Exists(fix => fix.Effect == effect))
            ? done.Where(fix => mine.Effects.Contains(fix.Effect, StringComparer.Ordinal)).MaxBy(fix => fix.At)
            : null;
    }

    private async Task<SubjectFixes> ReadAsync(PersonId subjectId, CancellationToken cancellation) =>
        (await store.ReadAsync<SubjectFixes>(Tables.Flags, Fixes, subjectId, cancellation))?.Value ?? SubjectFixes.None;
}

/// <summary>All that is known of one person.</summary>
/// <param name="Open">What cases work on that may still be open.</param>
/// <param name="Done">What was done, oldest first.</param>
/// <param name="Contained">What was begun at once to contain a threat, oldest first; null in older records.</param>
internal sealed record SubjectFixes(IReadOnlyList<OpenFix> Open, IReadOnlyList<DoneFix> Done, IReadOnlyList<DoneFix>? Contained = null)
{
    public static SubjectFixes None { get; } = new([], []);
}

/// <summary>What a case works on.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its ticket's number.</param>
/// <param name="Effects">What its plan does, as <see cref="FixHistory.EffectsOf"/> writes it.</param>
/// <param name="Secrets">Those of the effects that hand out a secret.</param>
public sealed record OpenFix(CaseId CaseId, string Number, IReadOnlyList<string> Effects, IReadOnlyList<string> Secrets)
{
    /// <summary>True when it does all that the other one would do.</summary>
    public bool Covers(OpenFix other) => other.Effects.All(effect => Effects.Contains(effect, StringComparer.Ordinal));

    /// <summary>True when both would hand out the same secret: the second pass makes the first one void.</summary>
    public bool SharesSecretWith(OpenFix other) => other.Secrets.Any(secret => Secrets.Contains(secret, StringComparer.Ordinal));
}

/// <summary>Something that was done for a person and read back.</summary>
/// <param name="Effect">What.</param>
/// <param name="CaseId">By which case.</param>
/// <param name="Number">Its ticket's number.</param>
/// <param name="At">When its first step began, UTC.</param>
public sealed record DoneFix(string Effect, CaseId CaseId, string Number, DateTimeOffset At);
