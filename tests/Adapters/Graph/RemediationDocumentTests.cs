using HelpDesk.Adapters.Graph;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Remediations.Documents;
using HelpDesk.Orchestrations.Stages.Conversation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Adapters.Tests.Graph;

public sealed class RemediationDocumentTests
{
    [Fact]
    public void Document_SaysWhatTheDescriptorsSay()
    {
        var path = Path.Combine(Root(), "docs", "remediations.md");
        var text = RemediationDocument.Write(All());
        if (Environment.GetEnvironmentVariable("HELPDESK_WRITE_DOCS") == "1")
            File.WriteAllText(path, text);

        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(text);
    }

    [Fact]
    public void Descriptors_OfAll_SayEverythingInWholeSentencesAndEveryLanguage()
    {
        foreach (var about in All())
        {
            about.Requester.Texts.Keys.ShouldBe(HelpDesk.Orchestrations.Foundation.LocalizedText.Languages, ignoreOrder: true, about.Id);
            about.Requester.Texts.Values.ShouldBeUnique(about.Id);
            about.Preconditions.ShouldNotBeEmpty(about.Id);
            string[] sentences = [.. about.Preconditions, .. about.NeverTouches, .. about.Requester.Texts.Values, about.Captures, about.Execution, about.Verification, about.Undo, about.Effect];
            sentences.ShouldAllBe(sentence => sentence.Length > 10 && sentence.EndsWith('.'), about.Id);
        }
    }

    private static IReadOnlyList<RemediationDescriptor> All()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Graph:UseBetaEndpoints"] = "true" }).Build();
        using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddGraph(settings).AddManagerNotification().AddSingleton<RemediationCatalogue>().BuildServiceProvider();
        return services.GetRequiredService<RemediationCatalogue>().Descriptors;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HelpDesk.Local.slnf")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("HelpDesk.Local.slnf is in no folder above the tests.");
    }
}
