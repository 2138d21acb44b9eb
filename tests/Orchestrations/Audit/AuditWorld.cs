using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Audit;

/// <summary>A store with audit chains, a key, and hands that change what must not be changed.</summary>
internal sealed class AuditWorld : ICheckpointSigner
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));

    public AuditWorld() => (Log, Checkpoints) = (new AuditLog(Store, _time), new AuditCheckpoints(Store, this, _time));

    public MemoryRecordStore Store { get; } = new();

    public AuditLog Log { get; }

    public AuditCheckpoints Checkpoints { get; }

    public AuditStoreSource Source => new(Store);

    public string KeyId => "test-key";

    public Task<string> SignAsync(string text, CancellationToken cancellation) =>
        Task.FromResult(Convert.ToBase64String(HMACSHA256.HashData("a key of this test"u8, Encoding.UTF8.GetBytes(text))));

    public async Task<bool> VerifyAsync(string keyId, string text, string signature, CancellationToken cancellation) =>
        keyId == KeyId && signature == await SignAsync(text, cancellation);

    public async Task AppendAsync(string caseId, int entries, string prefix = "k")
    {
        for (var i = 0; i < entries; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Log.AppendAsync(AuditLogTests.Event(string.Create(CultureInfo.InvariantCulture, $"{prefix}{i}"), caseId), default);
        }
    }

    public Task<AuditReport> VerifyAsync() => AuditVerification.RunAsync(Source, this, default);

    public async Task<string> ExportAsync()
    {
        using var writer = new StringWriter();
        await AuditExport.WriteAsync(Source, writer, default);
        return writer.ToString();
    }

    public Task<AuditReport> VerifyAsync(string export) => AuditVerification.RunAsync(new AuditFileSource(() => new StringReader(export)), this, default);

    /// <summary>What somebody with all rights on the store can do: writes a chain anew, whole in itself, with one fact changed from an entry on.</summary>
    public async Task RewriteAsync(string caseId, long from)
    {
        var chain = await Source.ChainAsync(new CaseId(caseId), default);
        var previous = AuditHash.None;
        foreach (var text in chain.Entries)
        {
            AuditEntryText.TryRead(text, out var entry, out _).ShouldBeTrue();
            var happening = entry!.Sequence >= from ? entry.Event with { Actor = "person:somebody-else" } : entry.Event;
            var anew = AuditEntryText.Chain(happening, entry.Sequence, entry.At, previous);
            previous = anew.Hash;
            Tamper(caseId, AuditRows.Entry(anew.Sequence), AuditEntryText.Write(anew));
            Tamper(caseId, AuditRows.Head(anew.Sequence), new AuditHead(new CaseId(caseId), anew.Sequence, anew.Hash).Canonical());
        }
    }

    /// <summary>Takes entries off the end, with their heads and markers, leaving no trace in the chain.</summary>
    public async Task CutAsync(string caseId, long behind)
    {
        foreach (var text in (await Source.ChainAsync(new CaseId(caseId), default)).Entries)
        {
            AuditEntryText.TryRead(text, out var entry, out _).ShouldBeTrue();
            if (entry!.Sequence <= behind)
                continue;
            Tamper(caseId, AuditRows.Entry(entry.Sequence), null);
            Tamper(caseId, AuditRows.Head(entry.Sequence), null);
            Tamper(caseId, AuditRows.Key(entry.Event.Key), null);
        }
    }

    public void Tamper(string caseId, string row, string? text) => Store.Tamper(Tables.Audit, AuditRows.Chain(new CaseId(caseId)), row, text);
}
