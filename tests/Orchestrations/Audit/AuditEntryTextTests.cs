using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Tests.Audit;

/// <summary>An entry that was written once has its text and its hash for good: docs/audit-format.md promises it to outsiders.</summary>
public class AuditEntryTextTests
{
    // Written and hashed outside of this program (Python's json, sha256sum).
    private const string Text = """
        {"entry":{"actor":"helpdesk","at":"2026-03-04T05:06:07.0890000Z","caseId":"servicenow-1","facts":{"Target":"LT-1","note":"\"Zoë\" \\ \u0001\n😀","target":"x"},"key":"k/1","kind":"step-executed","previousHash":"0000000000000000000000000000000000000000000000000000000000000000","sequence":7,"summary":"Done.","version":1},"hash":"1650e3913cfd37b047740b2ab08ed466edd328c4ae8d28f77aeed5a7f06956fd"}
        """;

    [Fact]
    public void Entry_WrittenByAnEarlierRelease_KeepsItsTextAndItsHash()
    {
        AuditEntryText.TryRead(Text, out var entry, out var fault).ShouldBeTrue(fault);

        AuditEntryText.Write(entry!).ShouldBe(Text);
        AuditEntryText.HashOf(entry!).ShouldBe(entry!.Hash);
    }
}
