using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>For tests of single steps, which have no ticket, no triage and no verdict before them. What policy says is tested on whole tickets.</summary>
public sealed class AllowingVerdict : IStandingVerdict
{
    /// <summary>A house in which every plan was allowed.</summary>
    public static House House() => new(static services => services.AddSingleton<IStandingVerdict, AllowingVerdict>());

    public Task<string?> WhyNotAsync(Plan plan, PlanHash planHash, bool isApproved, CancellationToken cancellation) => Task.FromResult<string?>(null);

    public Task<string?> WhyNotMadeAsync(CaseId caseId, PlanHash planHash, CancellationToken cancellation) => Task.FromResult<string?>(null);
}
