using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Foundation.Records;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>
/// What people did that the engine may not know yet. The store and the engine are two places: an act is kept here before it is stored there, and ended when
/// the engine has it, so that one that a stop left between the two is found again, at the next start or within minutes. Each carries a code that only our
/// key makes: whoever can write to the store cannot act in somebody's name.
/// </summary>
public sealed class PendingActs(IRecordStore records, IOptions<HelpDeskOptions> options, TimeProvider time, ILogger<PendingActs> log)
{
    private const string RecoveryRow = "recovery";

    private static readonly string Partition = Tenant.Partition("acts");
    private static readonly string Marks = Tenant.Partition("act-recovery");

    private readonly byte[] _key = Convert.FromBase64String(options.Value.LinkKey);

    /// <summary>Does something of which both must know.</summary>
    /// <param name="caseId">The case it is about.</param>
    /// <param name="kind">What finishes it.</param>
    /// <param name="by">Who did it and how, for what must be said again; null when nothing must.</param>
    /// <param name="store">Stores it. Repeating it must be safe: an act that stops here is finished later.</param>
    /// <param name="tell">Tells the engine. Whoever acted is told of no fault of it: what they did is kept, and counts.</param>
    /// <param name="cancellation">Stops the keeping; the others have their own.</param>
    /// <returns>False when it is stored and the engine could not be told: that is done later.</returns>
    /// <exception cref="VendorException">It could not be stored.</exception>
    public async Task<bool> RunAsync(CaseId caseId, PendingActKind kind, ActSource? by, Func<Task> store, Func<Task> tell, CancellationToken cancellation)
    {
        var kept = new PendingAct(caseId, kind, by, time.GetUtcNow());
        kept = kept with { Code = CodeOf(kept) };
        var row = new Record(Partition, $"{TimeOf(kept.At)}|{RandomNumberGenerator.GetHexString(16, lowercase: true)}", DurableJson.Write(kept));
        var version = await records.AddAsync(Tables.Flags, row, cancellation)
            ?? throw new VendorException("store", "inconsistent", "The record store holds a row whose name was just made up: check the record store.", isRetryable: true);
        await store();
        try
        {
            await tell();
        }
        catch (Exception fault)
        {
            log.EngineNotReached(caseId, kind, fault.GetType().Name);
            return false;
        }

        try
        {
            await EndAsync(new KeptAct(row with { ETag = version }, kept));
        }
        catch (VendorException)
        {
            // The engine has it. One that cannot be ended is passed on once more, which changes nothing.
        }

        return true;
    }

    /// <summary>Acts kept from a moment on of which it is not known that the engine has them, oldest first.</summary>
    public async IAsyncEnumerable<KeptAct> SinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in records.QueryAsync(Tables.Flags, Partition, TimeOf(since), null, cancellation))
        {
            var act = Read(row.Json);
            if (act is not { IsDone: true })
                yield return new KeptAct(row, act);
        }
    }

    /// <summary>Keeps that the engine has it. One that changed meanwhile stays: it is finished once more, which changes nothing.</summary>
    public Task EndAsync(KeptAct kept) =>
        records.ReplaceAsync(Tables.Flags, kept.Row with { Json = DurableJson.Write((kept.Act ?? PendingAct.Unreadable) with { IsDone = true }) }, CancellationToken.None);

    /// <summary>Up to when the engine is known to have everything; null before the first look.</summary>
    public async Task<DateTimeOffset?> RecoveredUntilAsync(CancellationToken cancellation) =>
        (await records.ReadAsync<ActMark>(Tables.Flags, Marks, RecoveryRow, cancellation))?.Value.Until;

    /// <summary>Keeps that the engine has everything up to a moment.</summary>
    public Task MarkRecoveredAsync(DateTimeOffset until, CancellationToken cancellation) =>
        records.UpdateAsync<ActMark>(Tables.Flags, Marks, RecoveryRow, _ => new ActMark(until), cancellation);

    // Null for a row that we did not write.
    private PendingAct? Read(string json)
    {
        try
        {
            return DurableJson.Read<PendingAct>(json) is var act && (act.IsDone || IsOurs(act)) ? act : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool IsOurs(PendingAct act) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CodeOf(act)), Encoding.UTF8.GetBytes(act.Code ?? ""));

    private string CodeOf(PendingAct act) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(FormattableString.Invariant($"act|{act.CaseId}|{act.Kind}|{act.By?.Person}|{act.By?.Way}|{act.At.UtcTicks}"))));

    private static string TimeOf(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    private sealed record ActMark(DateTimeOffset Until);
}

/// <summary>Something that a person did.</summary>
/// <param name="CaseId">The case it is about.</param>
/// <param name="Kind">What finishes it.</param>
/// <param name="By">Who did it and how; null when nothing of that must be said again.</param>
/// <param name="At">When, UTC.</param>
public sealed record PendingAct(CaseId CaseId, PendingActKind Kind, ActSource? By, DateTimeOffset At)
{
    /// <summary>What only our key makes of it.</summary>
    public string? Code { get; init; }

    /// <summary>True when the engine has it.</summary>
    public bool IsDone { get; init; }

    /// <summary>In place of a row that we did not write.</summary>
    internal static PendingAct Unreadable { get; } = new(new CaseId("operations"), PendingActKind.Wake, null, DateTimeOffset.MinValue);
}

/// <summary>An act and its row.</summary>
/// <param name="Row">The row.</param>
/// <param name="Act">The act; null when we did not write the row.</param>
public sealed record KeptAct(Record Row, PendingAct? Act);

/// <summary>Where an act comes from.</summary>
/// <param name="Person">Who: <c>requester</c>, <c>link</c> or <c>person:objectId</c>.</param>
/// <param name="Way">How: <c>comment</c>, <c>link</c> or <c>page</c>; null where that is not recorded.</param>
public sealed record ActSource(string Person, string? Way = null);

/// <summary>What finishes an act. The names are in rows: never change them.</summary>
public enum PendingActKind
{
    /// <summary>The case is woken: it reads for itself what is stored.</summary>
    Wake,

    /// <summary>"This was not me" is reported again.</summary>
    NotMe,

    /// <summary>"A person, please" is requested again.</summary>
    PersonWanted,
}

/// <summary>Log of what people did. Event ids 1320 to 1329.</summary>
internal static partial class PendingActLog
{
    // The error by its kind only: its message may hold what a person wrote.
    [LoggerMessage(1320, LogLevel.Warning, "What a person did about {CaseId} ({Kind}) is kept and could not be passed to the workflow engine ({Error}); it is passed on at the next start or within minutes")]
    public static partial void EngineNotReached(this ILogger logger, CaseId caseId, PendingActKind kind, string error);
}
