using HelpDesk.Functions.Composition;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

if (ModelTraining.RunIfAsked(args))
    return 0;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddProduct(builder.Configuration);

// Before anything uses a setting: all that is wrong is told together, not one start after the other.
var faults = StartChecks.Faults(builder.Configuration).ToList();
using var host = builder.Build();
try
{
    host.Services.GetService<IStartupValidator>()?.Validate();
}
catch (OptionsValidationException fault)
{
    faults.AddRange(fault.Failures);
}
catch (AggregateException several)
{
    faults.AddRange(several.InnerExceptions.OfType<OptionsValidationException>().SelectMany(fault => fault.Failures));
}

if (faults.Count > 0)
{
    await Console.Error.WriteLineAsync($"The app does not start. {faults.Count} settings are wrong; docs/settings.md explains each:");
    foreach (var fault in faults)
        await Console.Error.WriteLineAsync($"  {fault}");
    return 2;
}

await host.RunAsync();
return 0;
