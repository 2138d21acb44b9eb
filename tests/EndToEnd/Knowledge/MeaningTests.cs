using System.Net.Http.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Knowledge;

/// <summary>A question that shares no word with any article: found by meaning where an embedding model is set up, worded and cited by the language model.</summary>
public sealed class MeaningTests : IDisposable
{
    private const string HowTo = """{"intent":"how-to","confidence":0.95,"device_hint":null,"app_hint":null,"confirmed_lost":null}""";
    private const string Question = "Wo kann ich mein Fahrrad abstellen?";
    private const string Step = "Leave your bicycle in the bicycle store behind the building.";
    private const string Embeddings = "AzureOpenAI:EmbeddingDeployment=text-embedding-3-small";

    private static readonly IReadOnlyList<SimulatedPerson> People = OrdinaryPeople.WithOneDevice;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("knowledge");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Question_InALanguageThatSharesNoWordWithTheArticle_IsAnsweredWithItsCitation()
    {
        Article("all");
        await using var host = await StartAsync(Embeddings);

        var caseId = await AskAsync(host, People[10]);
        await host.Client.UntilAsync(caseId, CaseState.WaitingForAnswer);

        var answer = (await Eventually.Get(async () => await host.Client.OurCommentsAsync(caseId), comments => comments.Count == 1, "the answer")).Single();
        answer.ShouldSatisfyAllConditions(() => answer.ShouldContain(Step), () => answer.ShouldContain("Bicycle store"), () => answer.ShouldContain("/knowledge/article?key=folder"));
        var given = (await EntriesAsync(host, caseId)).Single(entry => entry.Kind == AuditKinds.KnowledgeGiven);
        given.Facts["written-by"].ShouldStartWith("azure-openai:");
        given.Facts["passage-1"].ShouldContain("bicycles");

        await host.Client.CommentAsync(caseId, "Danke, das hat geholfen!");
        (await host.Client.UntilAsync(caseId, record => record.ClosedAt is not null)).Path.ShouldBe(CasePath.Knowledge);
        await host.AuditShouldHoldAsync();
    }

    [Fact]
    public async Task Question_WithoutAnEmbeddingModel_IsNotAnswered()
    {
        Article("all");
        await using var host = await StartAsync();

        await NotAnsweredAsync(host, await AskAsync(host, People[11]));
    }

    [Fact]
    public async Task Question_OnlyAStaffArticleMeansTheSame_IsNotAnsweredAndSaysNothingOfIt()
    {
        Article("it-staff");
        await using var host = await StartAsync(Embeddings);

        await NotAnsweredAsync(host, await AskAsync(host, People[12]));
    }

    private static async Task NotAnsweredAsync(HelpDeskHost host, string caseId)
    {
        // As without an article: the requester is asked what they need, or a person gets it.
        await host.Client.UntilAsync(caseId, record => record.State == CaseState.WaitingForAnswer || record.ClosedAt is not null);
        var comments = await Eventually.Get(async () => await host.Client.OurCommentsAsync(caseId), comments => comments.Count > 0, "a comment");
        string.Join('\n', comments).ShouldNotContain("bicycle", Case.Insensitive);
        (await EntriesAsync(host, caseId)).ShouldNotContain(entry => entry.Kind == AuditKinds.KnowledgeGiven);
        (await host.Services.GetRequiredService<KnowledgeGaps>().AllAsync(default)).ShouldHaveSingleItem();
    }

    private static async Task<string> AskAsync(HelpDeskHost host, SimulatedPerson who)
    {
        // The language model says what the ticket is about; its next answer, about documents, is its own.
        (await host.Client.Simulator.PostAsJsonAsync("/simulator/openai/next", new { content = HowTo })).EnsureSuccessStatusCode();
        return await host.Client.FileAsync("servicenow", who.UserPrincipalName, "Frage", Question);
    }

    private static async Task<List<AuditEvent>> EntriesAsync(HelpDeskHost host, string caseId) =>
        await host.Services.GetRequiredService<IAuditLog>().ReadAsync(new CaseId(caseId), default).Select(static entry => entry.Event).ToListAsync();

    private async Task<HelpDeskHost> StartAsync(params string[] settings)
    {
        var host = await HelpDeskHost.StartAsync(["HelpDesk:Simulate=azureopenai", $"Knowledge:Folder={_folder.FullName}", .. settings]);
        // A question is kept as a gap only when every source was read.
        foreach (var source in host.Services.GetServices<IKnowledgeSource>())
            await Eventually.Get(() => host.Services.GetRequiredService<KnowledgeStore>().StateAsync(source.Id, default), state => state?.ReadAt is not null, $"the first reading of {source.Id}");
        if (settings.Length > 0)
            await Eventually.Get(() => host.Services.GetRequiredService<KnowledgeVectors>().StateAsync("folder", default), state => state?.Model is not null, "the vectors");
        return host;
    }

    private void Article(string audience) => File.WriteAllText(
        Path.Combine(_folder.FullName, "bicycles.md"),
        $"---\nid: bicycles\ntitle: \"Bicycle store\"\nlanguage: en\ntags: [bicycle]\naudience: {audience}\nupdated: 2026-05-02\nowner: Facilities\n---\n\n## Resolution\n{Step}\n");
}
