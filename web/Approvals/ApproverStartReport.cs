using HelpDesk.Orchestrations.Domain.Policy.Approvers;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Web.Approvals;

/// <summary>
/// Asks the directory at start whether the approver groups exist and have enough people, and logs every error. It does not refuse the start:
/// who is in a group changes later too, and webhooks must be accepted meanwhile.
/// </summary>
internal sealed class ApproverStartReport(ApproverPeople people, ILogger<ApproverStartReport> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var report = new ConfigurationReport();
        try
        {
            await people.CheckAsync(report, stoppingToken);
        }
        catch (VendorException fault)
        {
            log.ApproversUnknown(fault.Code);
        }

        foreach (var fault in report.Faults)
            log.ApproverError(fault.ToString());
    }
}
