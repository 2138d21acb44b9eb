using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Triage.Intents;

public sealed class IntentPageTests
{
    [Fact]
    public void Page_SaysWhatTheCatalogueSays()
    {
        var path = Path.Combine(Root(), "docs", "intents.md");
        if (Environment.GetEnvironmentVariable("HELPDESK_WRITE_DOCS") == "1")
            File.WriteAllText(path, IntentPage.Write(ShippedIntents.Catalogue));

        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(IntentPage.Write(ShippedIntents.Catalogue));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HelpDesk.Local.slnf")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("HelpDesk.Local.slnf is in no folder above the tests.");
    }
}
