using HelpDesk.Functions.Composition;
using HelpDesk.Orchestrations.Domain.Tickets;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

if (ModelTraining.RunIfAsked(args))
    return 0;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
var settings = GivenSettings.Of(builder.Configuration);
builder.Services.AddProduct(settings);

// Before anything uses a setting: all that is wrong is told together, not one start after the other.
var faults = StartChecks.Faults(settings).ToList();
using var host = builder.Build();
try
{
    host.Services.GetService<IStartupValidator>()?.Validate();
}
catch (Exception fault) when (StartReport.Explain(fault) is { } explained)
{
    faults.AddRange(explained);
}

if (faults.Count > 0)
{
    foreach (var line in StartReport.Lines((IConfigurationRoot)builder.Configuration, faults, host.Services.GetServices<TicketSystemDescriptor>()))
        await Console.Error.WriteLineAsync(line);
    return 2;
}

await host.RunAsync();
return 0;
