using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Syncing;
using HelpDesk.Orchestrations.Tests.Knowledge;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>How far search by meaning is, on the page of knowledge.</summary>
public sealed class MeaningLineTests
{
    private readonly FakeSource _source = new FakeSource().With("bicycle", "Bicycle cellar", "Ask the front office.").With("locker", "Locker key", "Ask for it.");

    [Fact]
    public async Task Model_SetUp_SaysOfHowManyArticlesThereAreVectorsAndWhatIsToBeFixed()
    {
        var model = new FakeEmbeddings { Before = static (_, _) => throw FakeEmbeddings.Away };
        await using var host = await StartAsync(services => services.AddSingleton<ITextEmbeddings>(model));
        using var client = await host.SignedInAsync(FakeDirectory.Otto);
        await host.Get<VectorFill>().RunAsync(default);

        var page = await client.TextAsync("/knowledge");
        page.ShouldContain("Search by meaning: 0 of 2 articles. <bdi>The model does not answer: check Model:Address");

        model.Before = static (_, _) => Task.CompletedTask;
        await host.Get<VectorFill>().RunAsync(default);

        page = await client.TextAsync("/knowledge");
        page.ShouldContain("Search by meaning: 2 of 2 articles.");
        page.ShouldNotContain("check Model:Address");
    }

    [Fact]
    public async Task Model_None_SaysNothingOfIt()
    {
        await using var host = await StartAsync(static _ => { });
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        (await client.TextAsync("/knowledge")).ShouldNotContain("Search by meaning");
    }

    private async Task<PagesHost> StartAsync(Action<IServiceCollection> change)
    {
        var host = await PagesHost.StartAsync(change: services => change(services.AddSingleton<IKnowledgeSource>(_source).AddSingleton<IPassageIndex>(new MemoryIndex())));
        await host.Get<KnowledgeSync>().RunAsync(default);
        return host;
    }
}
