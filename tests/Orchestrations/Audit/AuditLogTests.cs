using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Audit;

public sealed class AuditLogTests
{
    private readonly MemoryRecordStore _store = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, 89, TimeSpan.Zero));
    private readonly AuditLog _log;

    public AuditLogTests() => _log = new AuditLog(_store, _time);

    [Fact]
    public async Task Append_SomeEntries_AreAChain()
    {
        await _log.AppendAsync(Event("a"), default);
        _time.Advance(TimeSpan.FromSeconds(1));
        await _log.AppendAsync(Event("b"), default);

        var chain = await ChainAsync("case-1");
        chain.Select(e => (e.Sequence, e.Event.Key)).ShouldBe([(1, "a"), (2, "b")]);
        chain[0].PreviousHash.ShouldBe(new string('0', 64));
        chain[1].PreviousHash.ShouldBe(chain[0].Hash);
        chain[1].At.ShouldBe(_time.GetUtcNow());
        chain[0].Event.Facts.ShouldBe(Event("a").Facts, ignoreOrder: true);
        chain.ShouldAllBe(e => AuditEntryText.HashOf(e) == e.Hash);
    }

    [Fact]
    public void Canonical_KnownEntry_HasTheDocumentedTextAndHash()
    {
        var facts = new Dictionary<string, string> { ["b"] = "2", ["a"] = "Zoë 🙂 \"\\/" };
        var entry = AuditEntryText.Chain(
            new AuditEvent(new CaseId("servicenow-1"), "k", AuditKinds.Received, "helpdesk", "Taken in.", facts), 1, _time.GetUtcNow(), AuditHash.None);

        AuditEntryText.Write(entry).ShouldBe(
            """{"entry":{"actor":"helpdesk","at":"2026-03-04T05:06:07.0890000Z","caseId":"servicenow-1","facts":{"a":"Zoë 🙂 \"\\/","b":"2"},"key":"k","kind":"received","previousHash":"0000000000000000000000000000000000000000000000000000000000000000","sequence":1,"summary":"Taken in.","version":1},"hash":"HASH"}"""
                .Replace("HASH", entry.Hash, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Append_SameKeyTwice_AppendsOnce()
    {
        await _log.AppendAsync(Event("a"), default);
        await _log.AppendAsync(Event("a") with { Summary = "Again." }, default);
        await _log.AppendAsync(Event("a") with { CaseId = new CaseId("case-2") }, default);

        (await ChainAsync("case-1")).ShouldHaveSingleItem().Event.Summary.ShouldBe("Something happened.");
        (await ChainAsync("case-2")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Append_ByManyAtOnce_LosesNothingAndNeverForks()
    {
        _store.BeforeWrite = async () => await Task.Yield();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => _log.AppendAsync(Event($"k{i / 2}"), default))));

        var chain = await ChainAsync("case-1");
        chain.Select(e => e.Sequence).ShouldBe(Enumerable.Range(1, 20).Select(i => (long)i));
        chain.Select(e => e.Event.Key).Order().ShouldBe(Enumerable.Range(0, 20).Select(i => $"k{i}").Order());
        chain.Skip(1).Zip(chain).ShouldAllBe(pair => pair.First.PreviousHash == pair.Second.Hash);
    }

    [Fact]
    public async Task Append_AlwaysOvertaken_GivesUpWithARetryableFault()
    {
        var other = new AuditLog(_store, _time);
        var n = 0;
        var inside = false;
        _store.BeforeWrite = async () =>
        {
            if (inside)
                return;
            inside = true;
            await other.AppendAsync(Event($"other-{n++}"), default);
            inside = false;
        };

        var fault = await Should.ThrowAsync<VendorException>(() => _log.AppendAsync(Event("mine"), default));

        (fault.System, fault.Code, fault.IsRetryable).ShouldBe(("store", "contended", true));
        (await ChainAsync("case-1")).ShouldNotContain(e => e.Event.Key == "mine");
    }

    [Fact]
    public async Task Append_FirstEntry_NamesTheChainInTheIndexFirst()
    {
        var writes = 0;
        _store.BeforeWrite = () => ++writes == 2 ? throw new VendorException("store", "busy", "no", true) : Task.CompletedTask;
        await Should.ThrowAsync<VendorException>(() => _log.AppendAsync(Event("a"), default));

        (await ChainAsync("case-1")).ShouldBeEmpty();
        (await _store.GetAsync(Tables.Audit, "default|audit-index", "case-1", default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Append_BehindAChangedHead_IsRefused()
    {
        await _log.AppendAsync(Event("a"), default);
        _store.Tamper(Tables.Audit, AuditRows.Chain(new CaseId("case-1")), AuditRows.Head(1), "{}");

        await Should.ThrowAsync<AuditDamagedException>(() => _log.AppendAsync(Event("b"), default));
    }

    [Fact]
    public async Task Read_ChangedEntry_IsRefused()
    {
        await _log.AppendAsync(Event("a"), default);
        _store.Tamper(Tables.Audit, AuditRows.Chain(new CaseId("case-1")), AuditRows.Entry(1), """{"entry":{},"hash":""}""");

        await Should.ThrowAsync<AuditDamagedException>(() => ChainAsync("case-1"));
    }

    public static TheoryData<string, AuditEvent> Refused => new()
    {
        { "case id", Event("a") with { CaseId = new CaseId("") } },
        { "case id", Event("a") with { CaseId = new CaseId(new string('c', 201)) } },
        { "key", Event(new string('k', 601)) },
        { "kind", Event("a") with { Kind = "something-else" } },
        { "actor", Event("a") with { Actor = "help\ndesk" } },
        { "summary", Event("a") with { Summary = "half \uD83D of it" } },
        { "summary", Event("a") with { Summary = new string('s', 2_001) } },
        { "facts", Event("a") with { Facts = Enumerable.Range(0, 41).ToDictionary(i => $"f{i}", _ => "x") } },
        { "name of a fact", Event("a") with { Facts = new Dictionary<string, string> { [new string('n', 65)] = "x" } } },
        { "fact 'x'", Event("a") with { Facts = new Dictionary<string, string> { ["x"] = new string('v', 8_001) } } },
        { "secret", Event("a") with { Facts = new Dictionary<string, string> { ["x"] = "Bearer abc" } } },
        { "secret", Event("a") with { Facts = new Dictionary<string, string> { ["x"] = "-----BEGIN PRIVATE KEY-----" } } },
        { "secret", Event("a") with { Summary = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc" } },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task Append_BrokenLimit_IsRefusedAndWritesNothing(string named, AuditEvent entry)
    {
        (await Should.ThrowAsync<ArgumentException>(() => _log.AppendAsync(entry, default))).Message.ShouldContain(named);

        _store.Count.ShouldBe(0);
    }

    internal static AuditEvent Event(string key, string caseId = "case-1") => new(
        new CaseId(caseId), key, AuditKinds.StepExecuted, "helpdesk", "Something happened.", new Dictionary<string, string> { ["target"] = "8f0e", ["request-id"] = "r1", ["empty"] = "" });

    private async Task<List<AuditEntry>> ChainAsync(string caseId)
    {
        var chain = new List<AuditEntry>();
        await foreach (var entry in _log.ReadAsync(new CaseId(caseId), default))
            chain.Add(entry);
        return chain;
    }
}
