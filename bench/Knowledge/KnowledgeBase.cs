using System.Diagnostics;
using HelpDesk.Adapters.MarkdownFolder;
using HelpDesk.Adapters.PassageIndex;
using HelpDesk.Adapters.Sqlite;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Finding;
using HelpDesk.Orchestrations.Stages.Knowledge.Meaning;
using HelpDesk.Orchestrations.Stages.Knowledge.Syncing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Bench.Knowledge;

/// <summary>The product's own knowledge over a folder of articles, at one day.</summary>
internal sealed class KnowledgeBase : IDisposable
{
    private static readonly KnowledgeReader Employee = new(null, "employee@example.com", IsStaff: false);

    private readonly ServiceProvider _services;

    /// <summary>Over a folder.</summary>
    /// <param name="articles">The folder of articles.</param>
    /// <param name="records">Where the record store is kept.</param>
    /// <param name="today">The day, UTC.</param>
    /// <param name="embeddings">The embedding model; null for none.</param>
    public KnowledgeBase(string articles, string records, DateTimeOffset today, ITextEmbeddings? embeddings = null)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Knowledge:Folder", articles)]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new FixedDay(today))
            .Configure<HelpDeskOptions>(static options => options.PublicUrl = new Uri("https://helpdesk.example.com"))
            .AddSqliteRecords(options => options.DatabasePath = records).AddPassageIndex().AddMarkdownFolder(settings).AddKnowledgeLedger().AddKnowledge(settings);
        if (embeddings is not null)
            services.AddSingleton(embeddings);
        _services = services.BuildServiceProvider();
    }

    /// <summary>Reads what changed.</summary>
    public Task ReadAsync(CancellationToken cancellation) => _services.GetRequiredService<KnowledgeSync>().RunAsync(cancellation);

    /// <summary>Has the vectors of all articles computed, and reads them.</summary>
    /// <returns>How much memory they take, in bytes.</returns>
    public async Task<long> ReadMeaningAsync(CancellationToken cancellation)
    {
        await _services.GetRequiredService<VectorFill>().RunAsync(cancellation);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await _services.GetRequiredService<MeaningIndex>().ReadAsync(cancellation);
        return GC.GetTotalMemory(forceFullCollection: true) - before;
    }

    /// <summary>Asks as an employee.</summary>
    public async Task<(FoundKnowledge Found, TimeSpan Took)> AskAsync(string question, string language, CancellationToken cancellation)
    {
        var since = Stopwatch.GetTimestamp();
        var found = await _services.GetRequiredService<KnowledgeSearch>().FindAsync(question, language, Employee, cancellation);
        return (found, Stopwatch.GetElapsedTime(since));
    }

    public void Dispose() => _services.Dispose();

    private sealed class FixedDay(DateTimeOffset day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => day;
    }
}
