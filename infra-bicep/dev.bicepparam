// One small environment: no always-ready instance, Standard queue, public addresses behind Entra, a policy of one day.
using 'main.bicep'
extends 'main.bicepparam'

param tier = 'dev'
param alwaysReadyInstances = 0
param serviceBusSku = 'Standard'
param privateNetwork = false
param runtimeStorageSku = 'Standard_LRS'
param recordsStorageSku = 'Standard_LRS'
param checkpointRetentionDays = 1
param logRetentionDays = 30
