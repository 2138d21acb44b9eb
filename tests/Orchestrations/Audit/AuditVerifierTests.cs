using CsCheck;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Tests.Audit;

public sealed class AuditVerifierTests
{
    private const string Case = "case-1";

    private readonly AuditWorld _world = new();

    [Fact]
    public async Task Chain_AsItWasWritten_IsClean()
    {
        var chain = await ChainAsync(5);

        AuditVerifier.Verify(chain).ShouldBeEmpty();
        AuditVerifier.Verify(new AuditChainText(new CaseId("other"), [], null, [])).ShouldBeEmpty();
    }

    [Fact]
    public async Task Edited_Entry_IsNamed()
    {
        var chain = await ChainAsync(5);
        var edited = chain.Entries[2].Replace("Something happened.", "Nothing happened.", StringComparison.Ordinal);

        Kinds(chain with { Entries = Replaced(chain, 2, edited) }).ShouldBe([(AuditErrorKind.Edited, 3)]);
    }

    [Fact]
    public async Task Edited_WithAHashOfItsOwn_BreaksTheLinkBehindIt()
    {
        var chain = await ChainAsync(5);

        Kinds(chain with { Entries = Replaced(chain, 2, Rehashed(chain.Entries[2])) }).ShouldBe([(AuditErrorKind.BrokenLink, 4)]);
        Kinds(chain with { Entries = Replaced(chain, 4, Rehashed(chain.Entries[4])) }).ShouldBe([(AuditErrorKind.Head, 5)]);
    }

    [Fact]
    public async Task Added_MemberInTheJson_IsNamed()
    {
        var chain = await ChainAsync(2);

        Kinds(chain with { Entries = Replaced(chain, 0, chain.Entries[0].Replace("{\"entry\":{", "{\"entry\":{\"note\":\"x\",", StringComparison.Ordinal)) })
            .ShouldContain((AuditErrorKind.Edited, 1));
    }

    [Fact]
    public async Task Removed_Entry_IsNamed()
    {
        var chain = await ChainAsync(5);

        Kinds(chain with { Entries = [.. chain.Entries.Where((_, i) => i != 2)], KeyMarkers = null }).ShouldBe([(AuditErrorKind.Removed, 3)]);
    }

    [Fact]
    public async Task Reordered_Entries_AreNamed()
    {
        var chain = await ChainAsync(4);

        Kinds(chain with { Entries = [chain.Entries[0], chain.Entries[2], chain.Entries[1], chain.Entries[3]] })
            .ShouldBe([(AuditErrorKind.Reordered, 3), (AuditErrorKind.Reordered, 2)]);
    }

    [Fact]
    public async Task Forked_Sequence_IsNamed()
    {
        var chain = await ChainAsync(3);

        Kinds(chain with { Entries = [chain.Entries[0], chain.Entries[1], Rehashed(chain.Entries[1]), chain.Entries[2]] })
            .ShouldContain((AuditErrorKind.Forked, 2));
        Kinds(chain with { Entries = [.. chain.Entries, chain.Entries[1]] }).ShouldContain((AuditErrorKind.Forked, 2));
    }

    [Fact]
    public async Task Truncated_Chain_IsNamed()
    {
        var chain = await ChainAsync(5);

        Kinds(chain with { Entries = [.. chain.Entries.Take(3)], KeyMarkers = null }).ShouldBe([(AuditErrorKind.Truncated, 4)]);
        Kinds(chain with { Entries = [], KeyMarkers = null }).ShouldBe([(AuditErrorKind.Truncated, 1)]);
    }

    [Fact]
    public async Task Foreign_Entry_IsNamed()
    {
        await _world.AppendAsync("other", 3);
        var foreign = await _world.Source.ChainAsync(new CaseId("other"), default);

        Kinds(foreign with { CaseId = new CaseId(Case) }).ShouldContain((AuditErrorKind.Foreign, 2));
    }

    [Fact]
    public async Task HeadOrMarker_Changed_IsNamed()
    {
        var chain = await ChainAsync(3);

        Kinds(chain with { Head = null }).ShouldBe([(AuditErrorKind.Head, null)]);
        Kinds(chain with { Head = new AuditHead(new CaseId(Case), 2, new string('a', 64)).Canonical() }).ShouldBe([(AuditErrorKind.Head, 3)]);
        Kinds(chain with { Head = new AuditHead(new CaseId("other"), 3, new string('a', 64)).Canonical() }).ShouldBe([(AuditErrorKind.Head, null)]);
        Kinds(chain with { KeyMarkers = [.. chain.KeyMarkers!.Where(marker => !marker.Contains('2'))] }).ShouldBe([(AuditErrorKind.Head, 2)]);
        Kinds(chain with { KeyMarkers = [.. chain.KeyMarkers!, AuditRows.KeyMarker(4)] }).ShouldBe([(AuditErrorKind.Truncated, null)]);
    }

    [Fact]
    public async Task AnyCharacterChanged_InAnyEntry_IsFound()
    {
        var chain = await ChainAsync(6);
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 10_000], Gen.Char).Sample((entry, at, put) =>
        {
            var text = chain.Entries[entry];
            at %= text.Length;
            if (text[at] == put)
                return true;
            return AuditVerifier.Verify(chain with { Entries = Replaced(chain, entry, text[..at] + put + text[(at + 1)..]) }).Count > 0;
        });
    }

    [Fact]
    public async Task AnyCharacterTakenOutOrPutIn_InAnyEntry_IsFound()
    {
        var chain = await ChainAsync(6);
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 10_000], Gen.Char.AlphaNumeric, Gen.Bool).Sample((entry, at, put, takeOut) =>
        {
            var text = chain.Entries[entry];
            at %= text.Length;
            var changed = takeOut ? text.Remove(at, 1) : text.Insert(at, put.ToString());
            return AuditVerifier.Verify(chain with { Entries = Replaced(chain, entry, changed) }).Count > 0;
        });
    }

    [Fact]
    public async Task AnyOtherOrder_AnySubset_AnyRepetition_IsFound()
    {
        var chain = await ChainAsync(7);
        Gen.Int[0, 6].Array[0, 9].Sample(picks =>
        {
            var whole = picks.SequenceEqual(Enumerable.Range(0, 7));
            var faults = AuditVerifier.Verify(chain with { Entries = [.. picks.Select(i => chain.Entries[i])], KeyMarkers = null });
            return faults.Count > 0 != whole;
        });
    }

    [Fact]
    public async Task AnyRun_WrittenAnewWithoutItsEnd_IsFound()
    {
        var chain = await ChainAsync(7);
        Gen.Int[0, 6].Sample(entry => AuditVerifier.Verify(chain with { Entries = Replaced(chain, entry, Rehashed(chain.Entries[entry])) }).Count > 0);
    }

    private static string Rehashed(string text)
    {
        AuditEntryText.TryRead(text, out var entry, out _).ShouldBeTrue();
        return AuditEntryText.Write(AuditEntryText.Chain(entry!.Event with { Summary = "Something else." }, entry.Sequence, entry.At, entry.PreviousHash));
    }

    private static List<string> Replaced(AuditChainText chain, int at, string text) => [.. chain.Entries.Select((entry, i) => i == at ? text : entry)];

    private static List<(AuditErrorKind Kind, long? Sequence)> Kinds(AuditChainText chain) =>
        [.. AuditVerifier.Verify(chain).Select(fault => (fault.Kind, fault.Sequence))];

    private async Task<AuditChainText> ChainAsync(int entries)
    {
        await _world.AppendAsync(Case, entries);
        return await _world.Source.ChainAsync(new CaseId(Case), default);
    }
}
